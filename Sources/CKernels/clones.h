#ifndef CKERNELS_CLONES_H
#define CKERNELS_CLONES_H

// Each kernel is compiled for the baseline, for AVX2 and for AVX-512; the loader picks one for the
// machine at hand.
#if defined(__x86_64__)
#define CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define CLONES
#endif

// A part of a kernel is compiled for what the kernel is compiled for only where it is inlined.
#define INLINE static inline __attribute__((always_inline))

#define UNROLL _Pragma("clang loop unroll(full)")

// Contraction would fuse multiply and add in the wider clones only, which would then round
// differently: the same recording would give other bytes on another machine.
#pragma STDC FP_CONTRACT OFF

#endif

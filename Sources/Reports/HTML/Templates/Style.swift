/// The look of all pages: one sheet, for screens light and dark, small and large, and for paper.
enum Style {
  static let sheet = """
    :root{color-scheme:light dark;--paper:#faf9f6;--card:#fff;--ink:#1d2328;--soft:#5a656e;\
    --line:#dfdcd4;--blue:#1b5e9b;--blue-wash:#e6eff8;--orange:#a8430a;--orange-wash:#fdeee2;\
    --orange-mid:#f6cda9;--rep:#efece4;--right:#8d6a9f;--body:system-ui,-apple-system,"Segoe UI",\
    Roboto,"Helvetica Neue",sans-serif;--head:"Iowan Old Style","Palatino Linotype",Palatino,\
    "Book Antiqua",Georgia,serif}
    @media (prefers-color-scheme:dark){:root{--paper:#14181b;--card:#1b2024;--ink:#e7e5df;\
    --soft:#9ba6ae;--line:#30373d;--blue:#86bbee;--blue-wash:#1a2c3d;--orange:#f5a76b;\
    --orange-wash:#37251a;--orange-mid:#6b3d1c;--rep:#242a2f;--right:#c3a3d3}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 var(--body);\
    -webkit-text-size-adjust:100%}
    main,header,footer{max-width:72rem;margin:0 auto;padding:0 1.5rem}
    .wide main,.wide header,.wide footer{max-width:96rem}
    header{padding-top:2.5rem}
    h1{font:600 2.1rem/1.15 var(--head);margin:.2rem 0 .4rem;overflow-wrap:anywhere}
    h2{font:600 1.35rem/1.25 var(--head);margin:2.8rem 0 .8rem}
    h3{font-size:1rem;line-height:1.35;margin:0 0 .25rem}
    p{margin:.4rem 0}
    a{color:var(--blue);text-underline-offset:.15em}
    a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,\
    summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
    .soft{color:var(--soft)}
    .small{font-size:.875rem}
    .num{font-variant-numeric:tabular-nums}
    .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--card)}
    .facts{display:flex;flex-wrap:wrap;gap:.4rem 2.2rem;margin:1.2rem 0 0;padding:0}
    .facts div{min-width:7rem}
    .facts dt{color:var(--soft);font-size:.8rem}
    .facts dd{margin:0;font-size:1.02rem}
    .facts dd.big{font:600 1.6rem/1.2 var(--head)}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:1rem}
    .card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;\
    padding:1rem 1.1rem;break-inside:avoid}
    .first{counter-reset:first}
    .first .card{border-left:.3rem solid var(--orange)}
    .first .card h3{font-size:1.1rem}
    .card ul{margin:.4rem 0 0;padding-left:1.1rem}
    .cue{font:italic 1.08rem/1.4 var(--head);margin:.5rem 0}
    .tech{color:var(--soft);font-size:.82rem}
    .scroll{overflow-x:auto;margin:0 -1.5rem;padding:0 1.5rem}
    table{border-collapse:collapse;font-size:.9rem;width:100%}
    th{text-align:left;font-weight:600}
    thead th{color:var(--soft);font-size:.8rem;font-weight:500;vertical-align:bottom;\
    border-bottom:1px solid var(--line)}
    td,th{padding:.4rem .7rem .4rem 0;vertical-align:top}
    tbody tr{border-bottom:1px solid var(--line)}
    td.num,th.num{text-align:right;white-space:nowrap}
    caption{text-align:left;color:var(--soft);font-size:.85rem;padding-bottom:.4rem}
    .mark{white-space:nowrap;font-size:.82rem}
    .present{color:var(--orange);font-weight:600}
    .absent{color:var(--blue)}
    .borderline,.unseen{color:var(--soft)}
    .grid td,.grid th{padding:.35rem .3rem;vertical-align:middle}
    .grid thead th{vertical-align:bottom}
    .grid .set{position:sticky;left:0;background:var(--paper);min-width:12rem;max-width:18rem;\
    padding-right:1rem;overflow-wrap:anywhere;z-index:1;font-weight:400}
    .grid .set a{font-weight:600}
    .grid .fault{padding:0 0 .4rem;min-width:2.6rem}
    .grid .fault span{display:inline-block;writing-mode:vertical-rl;transform:rotate(180deg);\
    max-height:9.5rem;line-height:1.2;text-align:left;margin:0 auto}
    .grid td.cell{text-align:center;font-size:.66rem;line-height:1.2;padding:.1rem}
    .cell>*{display:block;border-radius:.3rem;padding:.3rem .1rem;min-height:2.3rem;\
    text-decoration:none}
    .cell .unseen{color:var(--soft);opacity:.75}
    .cell .borderline{color:var(--soft)}
    .cell b{display:block;font-size:.95rem;line-height:1.1;letter-spacing:-.05em}
    .cell .absent{color:var(--blue)}
    .cell .mild{background:var(--orange-wash);color:var(--orange)}
    .cell .moderate{background:var(--orange-mid);color:var(--ink)}
    .cell .severe{background:var(--orange);color:var(--card)}
    .cell .borderline{box-shadow:inset 0 0 0 1px var(--line)}
    .tools{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:center;margin:.5rem 0 1rem}
    .tools input[type=search],.tools select,button{font:inherit;font-size:.9rem;color:inherit;\
    background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:.35rem .6rem}
    .legend{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;margin:.8rem 0;padding:0;list-style:none}
    svg{display:block;max-width:100%}
    .spark{width:7.5rem;max-width:none;height:1.65rem}
    .spark path{fill:none;stroke:var(--soft);stroke-width:1.5;stroke-linejoin:round}
    .figure{width:100%;max-width:13rem;height:auto;margin:.4rem auto}
    .figure line{stroke-linecap:round}
    .bone{stroke:var(--ink);stroke-width:3.4}
    .bone.far{stroke:var(--soft);stroke-width:2.6;opacity:.75}
    .bone.hit{stroke:var(--orange);stroke-width:5}
    .floor{stroke:var(--line);stroke-width:2}
    .head{fill:var(--card);stroke:var(--ink);stroke-width:3}
    .dot{fill:var(--orange)}
    .chart{width:100%;height:auto}
    .chart text{font:11px var(--body);fill:var(--soft)}
    .chart .y{text-anchor:end}.chart .x{text-anchor:middle}
    .chart .n{font-weight:600}
    .grid line,.chart .grid{stroke:var(--line);stroke-width:1}
    .rep{fill:var(--rep)}.rep.cut{opacity:.5}
    .bottom{stroke:var(--soft);stroke-width:1;stroke-dasharray:2 3}
    .line{fill:none;stroke:var(--blue);stroke-width:1.8;stroke-linejoin:round}
    .line.right{stroke:var(--right);stroke-dasharray:5 2}
    .band{fill:var(--blue);opacity:.13}
    .band.right{fill:var(--right)}
    .curve{margin:0 0 1.2rem;break-inside:avoid}
    .curve figcaption{display:flex;gap:.7rem;flex-wrap:wrap;align-items:baseline}
    .key::before{content:"";display:inline-block;width:1.4rem;margin-right:.35rem;\
    border-top:2px solid var(--blue);vertical-align:.25em}
    .key.right::before{border-top:2px dashed var(--right)}
    .badge{display:inline-block;border-radius:1rem;padding:.05rem .6rem;font-size:.8rem}
    .badge.good{background:var(--blue-wash);color:var(--blue)}
    .badge.work{background:var(--orange-wash);color:var(--orange)}
    .badge.cut{background:var(--rep);color:var(--soft)}
    .rephead{display:flex;justify-content:space-between;align-items:baseline;gap:.6rem}
    .list{list-style:none;margin:.6rem 0 0;padding:0}
    .card .list{padding:0}
    .list li{padding:.3rem 0;border-top:1px solid var(--line)}
    details{margin:.6rem 0}
    summary{cursor:pointer;color:var(--soft);font-size:.9rem}
    .hide-quiet tr.quiet{display:none}
    tr:target,li:target,article:target{background:var(--blue-wash)}
    footer{margin-top:3.5rem;padding:1.2rem 1.5rem 3rem;border-top:1px solid var(--line);\
    color:var(--soft);font-size:.875rem}
    [hidden]{display:none!important}
    @media (max-width:40rem){main,header,footer{padding-left:1rem;padding-right:1rem}\
    h1{font-size:1.6rem}.scroll{margin:0 -1rem;padding:0 1rem}.grid .set{min-width:8rem}\
    .grid tr>:nth-child(2){display:none}\
    .chart{min-width:40rem}}
    @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
    @page{size:A4;margin:14mm}
    @page wide{size:A4 landscape;margin:10mm}
    @media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--rep:#eee}\
    html{font-size:10px}body{font-size:1rem}.wide{page:wide}.tools,.skip,.screen{display:none}\
    main,header,footer{max-width:none;padding:0}header{padding-top:0}h2{margin-top:1.6rem}\
    .scroll{overflow:visible;margin:0;padding:0}.cards{grid-template-columns:repeat(3,1fr)}\
    .figure{max-width:9rem}.grid .set{position:static;min-width:9rem}.grid td,.grid th{padding:.1rem}\
    .grid .fault{min-width:0}.cell>*{min-height:0;padding:.1rem}tr{break-inside:avoid}\
    .grid tr>:nth-child(2){display:table-cell}.hide-quiet tr.quiet,details{display:none}\
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}a{color:inherit}}
    """
}

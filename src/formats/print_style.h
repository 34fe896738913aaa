// The style of a printed consolidated text: serif is the treaty, sans is what is said about it; one
// colour means open, and every colour is also a shape or a word.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace travaux::formats {

/// Of the treaty and its marks, wherever they stand.
inline constexpr std::string_view treaty_style = R"css(
:root{color-scheme:light dark;--paper:#fff;--ink:#16202a;--second:#4a5763;--line:#c9d1d8;
--pencil:#1a4f9c;--struck:#a32018;--reserve:#6f4a00;--wash:#f3f5f7;--focus:#0b57d0;
--serif:Charter,"Bitstream Charter",Cambria,"Noto Serif",Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI","Noto Sans",Arial,sans-serif;
--size:1.1875rem;--lead:1.62;--under:.2em;--under-2:.34em;--number:3rem;--measure:35rem}
@media (prefers-color-scheme:dark){:root{--paper:#0f151b;--ink:#e7ebee;--second:#a9b5bf;--line:#35424e;
--pencil:#93bcf5;--struck:#ff9d92;--reserve:#e6bf72;--wash:#18212a;--focus:#a8c7fa}}
:lang(ar){--serif:Amiri,"Noto Naskh Arabic","Geeza Pro","Traditional Arabic",serif;
--sans:"Noto Sans Arabic","Geeza Pro","Segoe UI",Tahoma,sans-serif;
--size:1.4375rem;--lead:1.95;--under:.42em;--under-2:.56em}
:lang(zh){--serif:"Songti SC","Noto Serif CJK SC",SimSun,serif;
--sans:"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;
--size:1.125rem;--lead:1.85;--under:.26em;--under-2:.42em}
:lang(ru){--serif:"PT Serif","Noto Serif",Cambria,Georgia,serif}
*{box-sizing:border-box}
html{scroll-padding-block:1rem;-webkit-text-size-adjust:100%}
a{color:var(--pencil)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:1px}
main:focus{outline:0}
h1,.div,.tx,.n,.legend dt{font-family:var(--serif)}
h1{font-size:clamp(1.375rem,3.4vw,1.875rem);font-weight:600;line-height:1.25;margin-block:1.5rem .5rem;max-inline-size:40rem}
.div{font-size:1.25rem;font-weight:600;line-height:1.35;margin:2.5rem 0 .5rem;padding-inline-start:var(--number);
max-inline-size:calc(var(--number) + var(--measure));break-after:avoid;break-inside:avoid}
h2.div{font-size:1.375rem}
h3.div,h4.div{margin-block-start:2rem}
.no{display:block;font:500 .875rem/1.5 var(--sans);color:var(--second)}
.sec{font-size:1.0625rem;font-weight:600;line-height:1.3;margin-block:2rem .5rem}
.meta,.app,.remark,.remarks,.legend dd,.none{color:var(--second);font-size:.875rem;line-height:1.45}
.meta{margin:0;font-family:var(--sans)}
:lang(ar) .meta,:lang(ar) .app,:lang(ar) .remark,:lang(ar) .remarks,:lang(ar) .legend dd{font-size:.9375rem}
.vh{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;user-select:none}
.app,.remarks,.props,.wants,.options{list-style:none;margin:0;padding:0}
.count{color:var(--pencil);white-space:nowrap;font-variant-numeric:tabular-nums}
.none{white-space:nowrap}
.legend dl{margin:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:.25rem 2.5rem}
.legend dl>div{display:grid;grid-template-columns:7.5rem 1fr;align-items:baseline;padding-block:.25rem}
.legend dd{margin:0}
.prov{display:grid;grid-template-columns:var(--number) minmax(0,var(--measure)) minmax(10rem,1fr);padding-block:.75rem}
.prov:target,.div:target{background:var(--wash)}
.d3{padding-inline-start:1.75rem}.d4{padding-inline-start:3.5rem}
.n{text-align:end;white-space:nowrap;padding-inline-end:.75rem;font-size:var(--size);line-height:var(--lead)}
.tx{grid-column:2;font-size:var(--size);line-height:var(--lead);font-variant-numeric:lining-nums;margin:0}
.tx.meta{font-size:.875rem;line-height:1.45}
.tx p{margin:0}
.app{grid-column:3;padding-inline-start:1.5rem;padding-block-start:.375rem}
.app li{display:grid;grid-template-columns:2.25rem 1fr;line-height:1.5rem}
.app li+.first{margin-block-start:.375rem}
.remarks{grid-column:2;margin-block-start:-.5rem}
.voting{margin:0 0 .5rem;padding-inline-start:1.75rem}
.voting li{padding-block:.125rem}
.remarks>li{padding-block:.125rem;border-inline-start:2px solid var(--line);padding-inline-start:.625rem}
.remark{margin:0;font-family:var(--sans)}
.head{padding-block:0}.head>.div{grid-column:1/3}.head>.app{padding-block-start:2.75rem}
.k{font:600 .64em/1 var(--sans);color:var(--pencil);vertical-align:.5em;margin-inline-end:.2em;unicode-bidi:isolate;
font-variant-numeric:lining-nums;text-decoration:none;white-space:nowrap}
.app .k{font-size:1em;line-height:inherit;vertical-align:0;margin:0;font-variant-numeric:tabular-nums}
.app .k:hover{text-decoration:underline}
.br{font-family:var(--sans);font-weight:400;color:var(--pencil);text-decoration:none}
.rd .rd>.br{font-weight:300}
.rd:target{outline:1px solid var(--pencil);outline-offset:2px;background:var(--wash)}
ins{text-decoration:underline 1px var(--pencil);text-underline-offset:var(--under)}
ins ins{text-underline-offset:var(--under-2)}
del{text-decoration:line-through 1.5px var(--struck);color:var(--second)}
.out{display:block;margin-block:.375rem;padding-inline-start:.875rem;border-inline-start:1.5px solid var(--pencil)}
.out>.rd{display:block;line-height:1.45;padding-block:.25rem}
.out>.rd+.rd{border-block-start:1px solid var(--line)}
.out>.rd>ins{text-decoration:none}
.flag{font:600 .75rem/1.25 var(--sans);color:var(--reserve);border:1px solid currentColor;border-radius:2px;
padding-inline:.25em;display:inline-block;unicode-bidi:isolate}
.ref{color:inherit;text-decoration:underline dotted 1px var(--pencil);text-underline-offset:.3em}
.ref:hover{color:var(--pencil);text-decoration-style:solid}
.new{position:relative}
.prov.new::before,.div.new::before,.legend .new::before{content:"";position:absolute;inset-block:.5rem;inset-inline-start:0;
border-inline-start:3px solid var(--pencil)}
.div.new::before,.legend .new::before{inset-block:0}
.options li{border-inline-start:1.5px solid var(--pencil);padding-inline-start:.875rem;margin-block:.5rem;line-height:1.5}
.wants li{padding-block:.5rem;padding-inline-start:var(--number);max-inline-size:calc(var(--number) + var(--measure))}
.props{max-inline-size:calc(var(--number) + var(--measure))}
.props li{padding-block:.5rem;border-block-start:1px solid var(--line)}
bdi{unicode-bidi:isolate}
@media screen{.art{content-visibility:auto;contain-intrinsic-block-size:auto 60rem;overflow-clip-margin:1rem}}
@media (max-width:56rem){.head>.app{padding-block-start:0}.prov{grid-template-columns:2.5rem minmax(0,1fr)}.app{grid-column:2;padding-inline-start:0}
.div{padding-inline-start:0}.d3{padding-inline-start:.75rem}.d4{padding-inline-start:1.25rem}.prov:has(>.n:empty){grid-template-columns:0 minmax(0,1fr)}
.app li{grid-template-columns:2rem 1fr}.new.prov{padding-inline-start:.75rem}.div.new{padding-inline-start:.75rem}
.wants li{padding-inline-start:0}}
@media (max-width:30rem){:root{--size:1.125rem}}
@media (prefers-contrast:more){:root{--second:var(--ink);--line:var(--ink)}}
@media (forced-colors:active){.rd:target{outline-color:Highlight}}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--second:#333;--pencil:#1a4f9c;--line:#999;--struck:#a32018}
@page{margin:2cm}.tx,.n{font-size:11pt}
.prov{break-inside:avoid;padding-block:.4rem}.legend{break-inside:avoid}a,.app .k{color:inherit;text-decoration:none}
.app,.remarks,.meta,.legend dd,.no{font-size:8.5pt}h1{font-size:16pt}.div{font-size:12pt;margin-block:1.25rem .25rem}
h2.div{font-size:13pt}.app li{line-height:1.4}}
)css";

/// Of a page that holds a treaty and nothing else.
inline constexpr std::string_view sheet_style = R"css(
body{margin:0 auto;max-inline-size:64rem;padding:1rem clamp(1rem,3vw,2rem) 4rem;background:var(--paper);
color:var(--ink);font:.9375rem/1.5 var(--sans);overflow-wrap:break-word}
.skip{position:absolute;inset-inline-start:1rem;inset-block-start:-4rem;background:var(--paper);padding:.5rem 1rem}
.skip:focus{inset-block-start:.5rem}
nav ol{list-style:none;margin:0;padding:0}
nav ol{max-inline-size:calc(var(--number) + var(--measure))}
nav li{display:flex;gap:1rem;justify-content:space-between;padding-block:.25rem;border-block-end:1px solid var(--line)}
nav .d1{padding-inline-start:1.25rem}nav .d2{padding-inline-start:2.5rem}nav .d3,nav .d4{padding-inline-start:3.75rem}
nav a{color:inherit;text-decoration:none;padding-block:.125rem}
nav a:hover{text-decoration:underline}
footer{margin-block-start:3rem;border-block-start:1px solid var(--line);padding-block:.75rem}
@media (max-width:56rem){nav li{flex-wrap:wrap;gap:0 1rem}}
@media print{body{max-inline-size:none;padding:0;font-size:9pt}.skip{display:none}nav{break-inside:avoid}nav li{padding-block:.0625rem}}
)css";

/// Returns the style of a page by itself.
[[nodiscard]] inline std::string print_style() {
    return std::string(treaty_style).append(sheet_style);
}

}  // namespace travaux::formats

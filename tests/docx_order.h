// The order in which the schema of Word files wants what stands in an element.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <utility>

namespace travaux::tests {

/// The names of elements, and of what stands in each, in its order, a blank around each.
inline constexpr std::pair<std::string_view, std::string_view> element_orders[] = {
    {"w:pPr",
     " w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr "
     "w:suppressLineNumbers w:pBdr w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:wordWrap "
     "w:overflowPunct w:topLinePunct w:autoSpaceDE w:autoSpaceDN w:bidi w:adjustRightInd "
     "w:snapToGrid w:spacing w:ind w:contextualSpacing w:mirrorIndents w:suppressOverlap w:jc "
     "w:textDirection w:textAlignment w:textboxTightWrap w:outlineLvl w:divId w:cnfStyle w:rPr "
     "w:sectPr w:pPrChange "},
    {"w:rPr",
     " w:ins w:del w:moveFrom w:moveTo w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps "
     "w:strike w:dstrike w:outline w:shadow w:emboss w:imprint w:noProof w:snapToGrid w:vanish "
     "w:webHidden w:color w:spacing w:w w:kern w:position w:sz w:szCs w:highlight w:u w:effect "
     "w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em w:lang w:eastAsianLayout w:specVanish "
     "w:oMath w:rPrChange "},
    {"w:sdtPr",
     " w:rPr w:alias w:tag w:id w:lock w:placeholder w:temporary w:showingPlcHdr w:dataBinding "
     "w:label w:tabIndex w:richText w:text "},
    {"w:sectPr",
     " w:headerReference w:footerReference w:footnotePr w:endnotePr w:type w:pgSz w:pgMar "
     "w:paperSrc w:pgBorders w:lnNumType w:pgNumType w:cols w:formProt w:vAlign w:noEndnote "
     "w:titlePg w:textDirection w:bidi w:rtlGutter w:docGrid w:printerSettings w:sectPrChange "},
    {"w:style",
     " w:name w:aliases w:basedOn w:next w:link w:autoRedefine w:hidden w:uiPriority w:semiHidden "
     "w:unhideWhenUsed w:qFormat w:locked w:rsid w:pPr w:rPr w:tblPr w:trPr w:tcPr w:tblStylePr "},
    {"w:numPr", " w:ilvl w:numId "},
    {"w:numbering", " w:numPicBullet w:abstractNum w:num w:numIdMacAtCleanup "},
    {"w:abstractNum", " w:nsid w:multiLevelType w:tmpl w:name w:styleLink w:numStyleLink w:lvl "},
    {"w:lvl",
     " w:start w:numFmt w:lvlRestart w:pStyle w:isLgl w:suff w:lvlText w:lvlPicBulletId w:legacy "
     "w:lvlJc w:pPr w:rPr "},
    {"w:num", " w:abstractNumId w:lvlOverride "},
    {"w:settings", " w:trackRevisions w:footnotePr w:endnotePr w:compat "},
    {"w:tbl", " w:tblPr w:tblGrid w:tr "},
    {"w:tblPr",
     " w:tblStyle w:tblpPr w:tblOverlap w:bidiVisual w:tblStyleRowBandSize w:tblStyleColBandSize "
     "w:tblW w:jc w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar "
     "w:tblLook "},
    {"w:tblBorders", " w:top w:left w:start w:bottom w:right w:end w:insideH w:insideV "},
    {"w:trPr", " w:cnfStyle w:gridBefore w:gridAfter w:cantSplit w:trHeight w:tblHeader "},
    {"w:tc", " w:tcPr w:p "},
    {"w:sdt", " w:sdtPr w:sdtEndPr w:sdtContent "},
};

}  // namespace travaux::tests

// SPDX-License-Identifier: MIT
#include "office/libreoffice.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "office/own_folder.h"

namespace travaux::office {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view to_pdf =
    "pdf:writer_pdf_Export:{\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"2\"},"
    "\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}";

// What stands in the place of fonts that belong to Windows.
constexpr std::string_view fonts =
    R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<alias binding="same"><family>Traditional Arabic</family>
<prefer><family>Amiri</family><family>Noto Naskh Arabic</family></prefer></alias>
<alias binding="same"><family>SimSun</family>
<prefer><family>Noto Serif CJK SC</family><family>WenQuanYi Micro Hei</family></prefer></alias>
</fontconfig>
)";

// By its name LibreOffice knows what a file is. A Word file is an archive; else it is XML.
std::string name_of(std::string_view document) {
    return document.starts_with("PK") ? "source.docx" : "source.fodt";
}

Command conversion(const fs::path& program, const OwnFolder& folder, const std::string& name) {
    return {{program.string(), "-env:UserInstallation=file://" + folder.path("profile"),
             "--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to",
             std::string(to_pdf), "--outdir", folder.path("out"), folder.path(name)},
            {"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=" + folder.path(""),
             "TMPDIR=" + folder.path(""), "FONTCONFIG_FILE=" + folder.path("fonts.conf")}};
}

std::unexpected<Error> refuse(ErrorCode code, const char* id, std::string detail) {
    return std::unexpected(Error{code, id, {std::move(detail)}});
}

}  // namespace

std::optional<LibreOffice> LibreOffice::find(std::string_view folders) {
    while (!folders.empty()) {
        const std::size_t colon = std::min(folders.find(':'), folders.size());
        const fs::path program = fs::path(folders.substr(0, colon)) / "soffice";
        folders.remove_prefix(std::min(colon + 1, folders.size()));
        if (program.is_absolute() && ::access(program.c_str(), X_OK) == 0) {
            return LibreOffice(program);
        }
    }
    return std::nullopt;
}

Result<std::string> LibreOffice::pdf_of(std::string_view document,
                                        const std::stop_token& stop) const {
    const OwnFolder folder;
    const std::string name = name_of(document);
    const bool is_written =
        folder.is_there() && folder.write(name, document) && folder.write("fonts.conf", fonts);
    if (!is_written) return refuse(ErrorCode::storage, "file.unwritable", folder.path(name));
    const ProcessEnd end = run_confined(conversion(program_, folder, name), limits_, stop);
    if (end == ProcessEnd::too_slow) {
        return refuse(ErrorCode::storage, "pdf.too_slow", program_.string());
    }
    std::string pdf = folder.read("out/source.pdf");
    if (end != ProcessEnd::done || !pdf.starts_with("%PDF-")) {
        return refuse(ErrorCode::storage, "pdf.failed", program_.string());
    }
    return pdf;
}

Result<std::string> pdf_of_document(std::string_view document, ProcessLimits limits,
                                    const std::stop_token& stop) {
    const char* const folders = std::getenv("PATH");
    const auto office = LibreOffice::find(folders == nullptr ? "" : folders);
    if (!office) return std::unexpected(Error{ErrorCode::storage, "pdf.no_libreoffice", {}});
    return LibreOffice(office->program(), limits).pdf_of(document, stop);
}

}  // namespace travaux::office

// The schema of Akoma Ntoso for tests: whether a file keeps to it.
// SPDX-License-Identifier: MIT
#pragma once

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <stdexcept>
#include <string>

namespace travaux::tests {

/// The schema, read once, without any network.
class Schema {
public:
    Schema() {
        auto* parser =
            xmlSchemaNewParserCtxt(TRAVAUX_SOURCE_DIR "/schemas/akoma-ntoso/akomantoso30.xsd");
        schema_ = xmlSchemaParse(parser);
        xmlSchemaFreeParserCtxt(parser);
        if (schema_ == nullptr) throw std::runtime_error("no schema of Akoma Ntoso");
    }
    ~Schema() { xmlSchemaFree(schema_); }
    Schema(const Schema&) = delete;
    Schema& operator=(const Schema&) = delete;

    [[nodiscard]] bool accepts(const std::string& xml) const {
        auto* document = xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "draft.xml",
                                       nullptr, XML_PARSE_NONET);
        if (document == nullptr) return false;
        auto* context = xmlSchemaNewValidCtxt(schema_);
        const int outcome = xmlSchemaValidateDoc(context, document);
        xmlSchemaFreeValidCtxt(context);
        xmlFreeDoc(document);
        return outcome == 0;
    }

private:
    xmlSchemaPtr schema_;
};

}  // namespace travaux::tests

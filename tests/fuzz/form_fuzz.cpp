// Fuzzes the reading of forms with files in them. The first line is the boundary. What is read lies
// in what was sent, in its order, and reads the same when it is sent anew.
// SPDX-License-Identifier: MIT
#include <string>

#include "http/form_data.h"
#include "tests/fuzz/input.h"

using namespace travaux;
using http::SentField;

namespace {

Result<std::vector<SentField>> read(const std::string& media_type, std::string_view body) {
    http::Request request;
    request.fields = {{"Content-Type", media_type}};
    request.body = body;
    return http::read_form_data(request);
}

std::string written(const std::vector<SentField>& fields, const std::string& boundary) {
    std::string body;
    for (const SentField& field : fields) {
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.name + "\"";
        if (field.is_file) body += "; filename=\"" + field.file_name + "\"";
        body.append("\r\n\r\n").append(field.content).append("\r\n");
    }
    return body + "--" + boundary + "--\r\n";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = tests::view_of(data, size);
    const std::size_t end = bytes.find('\n');
    if (end == std::string_view::npos) return 0;
    const std::string_view body = bytes.substr(end + 1);
    const auto fields =
        read("multipart/form-data; boundary=" + std::string(bytes.substr(0, end)), body);
    if (!fields) return 0;
    const char* at = body.data();
    bool is_plain = true;
    for (const SentField& field : *fields) {
        VERIFY(field.content.data() >= at);
        at = field.content.data() + field.content.size();
        VERIFY(at <= body.data() + body.size());
        is_plain = is_plain && (field.name + field.file_name).find('"') == std::string::npos;
    }
    const std::string boundary = "a-boundary-that-nobody-sends";
    if (!is_plain || body.find(boundary) != std::string_view::npos) return 0;
    const std::string again = written(*fields, boundary);
    const auto back = read("multipart/form-data; boundary=\"" + boundary + "\"", again);
    VERIFY(back && back->size() == fields->size());
    for (std::size_t i = 0; i < back->size(); ++i) {
        VERIFY((*back)[i].name == (*fields)[i].name);
        VERIFY((*back)[i].file_name == (*fields)[i].file_name);
        VERIFY((*back)[i].is_file == (*fields)[i].is_file);
        VERIFY((*back)[i].content == (*fields)[i].content);
    }
    return 0;
}

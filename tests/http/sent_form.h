// A form as a browser sends it, `multipart/form-data`.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace travaux::tests {

class SentForm {
public:
    void field(const std::string& name, const std::string& value) {
        body_ += "--" + boundary_ + "\r\nContent-Disposition: form-data; name=\"" + name +
                 "\"\r\n\r\n" + value + "\r\n";
    }

    void file(const std::string& name, const std::string& file_name, const std::string& bytes) {
        body_ += "--" + boundary_ + "\r\nContent-Disposition: form-data; name=\"" + name +
                 "\"; filename=\"" + file_name +
                 "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n";
    }

    [[nodiscard]] std::string media_type() const {
        return "multipart/form-data; boundary=" + boundary_;
    }

    [[nodiscard]] std::string body() const { return body_ + "--" + boundary_ + "--\r\n"; }

private:
    std::string boundary_ = "----a-boundary-of-tests";
    std::string body_;
};

}  // namespace travaux::tests

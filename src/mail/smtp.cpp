// SPDX-License-Identifier: MIT
#include "mail/smtp.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <memory>

#include "mail/head.h"

namespace travaux::mail {
namespace {

using Curl = std::unique_ptr<CURL, decltype(&::curl_easy_cleanup)>;
using Lines = std::unique_ptr<::curl_slist, decltype(&::curl_slist_free_all)>;
using Mime = std::unique_ptr<::curl_mime, decltype(&::curl_mime_free)>;

Curl begin() {
    static const CURLcode once = ::curl_global_init(CURL_GLOBAL_DEFAULT);
    VERIFY(once == CURLE_OK);
    Curl curl(::curl_easy_init(), &::curl_easy_cleanup);
    VERIFY(curl != nullptr);
    return curl;
}

Lines lines_of(const std::vector<std::string>& texts) {
    Lines lines(nullptr, &::curl_slist_free_all);
    for (const std::string& one : texts) {
        ::curl_slist* const longer = ::curl_slist_append(lines.get(), one.c_str());
        VERIFY(longer != nullptr);
        (void)lines.release();
        lines.reset(longer);
    }
    return lines;
}

// Lines of mail end in CR and LF.
std::string with_line_ends(std::string_view text) {
    std::string lines;
    for (const char c : text) {
        if (c == '\r') continue;
        if (c == '\n') lines += '\r';
        lines += c;
    }
    return lines;
}

void add_words(::curl_mime* mime, const std::string& words, const char* type) {
    ::curl_mimepart* const part = ::curl_mime_addpart(mime);
    const std::string lines = with_line_ends(words);
    ::curl_mime_data(part, lines.data(), lines.size());
    ::curl_mime_type(part, type);
    ::curl_mime_encoder(part, "quoted-printable");
}

// multipart/mixed of the words in two forms, and files where there are any.
Mime mime_of(CURL* curl, const Mail& mail) {
    Mime whole(::curl_mime_init(curl), &::curl_mime_free);
    ::curl_mime* const forms = ::curl_mime_init(curl);
    add_words(forms, mail.text, "text/plain; charset=utf-8");
    add_words(forms, mail.html, "text/html; charset=utf-8");
    ::curl_mimepart* const words = ::curl_mime_addpart(whole.get());
    ::curl_mime_subparts(words, forms);
    ::curl_mime_type(words, "multipart/alternative");
    for (const Attachment& one : mail.attachments) {
        ::curl_mimepart* const part = ::curl_mime_addpart(whole.get());
        ::curl_mime_data(part, one.bytes.data(), one.bytes.size());
        ::curl_mime_type(part, one.media_type.c_str());
        ::curl_mime_filename(part, one.name.c_str());
        ::curl_mime_encoder(part, "base64");
    }
    return whole;
}

std::string host_of(std::string_view address) {
    address.remove_prefix(std::min(address.find("://") + 3, address.size()));
    const bool is_ip6 = address.starts_with('[');
    const std::size_t end = is_ip6 ? address.find(']') : address.find_first_of(":/");
    return std::string(address.substr(0, end));
}

bool is_this_machine(const std::string& host) {
    return host == "localhost" || host.starts_with("127.") || host == "[::1";
}

int stops(void* stop, curl_off_t /*all*/, curl_off_t /*now*/, curl_off_t /*up*/,
          curl_off_t /*done*/) {
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

void set_server(CURL* curl, const SmtpServer& server, const std::string& url) {
    const bool needs_tls = !is_this_machine(host_of(server.address));
    ::curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    ::curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    ::curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    ::curl_easy_setopt(
        curl, CURLOPT_USE_SSL,
        static_cast<long>(needs_tls || !server.ca_file.empty() ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    if (!server.ca_file.empty()) {
        ::curl_easy_setopt(curl, CURLOPT_CAINFO, server.ca_file.c_str());
    }
    if (!server.user.empty()) {
        ::curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.c_str());
        ::curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.c_str());
    }
    ::curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(server.connect.count()));
    ::curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(server.whole.count()));
}

// Whether a server refuses the message rather than us: a log-in that it wants, or does not take, is
// no matter of one message (RFC 4954, section 6).
bool is_of_message(long status) {
    constexpr std::array of_log_in = {530L, 534L, 535L, 538L};
    return status >= 400 && status != 421 &&
           std::ranges::find(of_log_in, status) == of_log_in.end();
}

Delivery outcome_of(CURLcode done, long status, const std::string& said) {
    using Outcome = Delivery::Outcome;
    if (done == CURLE_OK) return {Outcome::accepted, {}};
    Delivery delivery{Outcome::away, said.empty() ? ::curl_easy_strerror(done) : said};
    const bool is_in_dialogue = done == CURLE_SEND_ERROR || done == CURLE_WEIRD_SERVER_REPLY ||
                                done == CURLE_RECV_ERROR || done == CURLE_UPLOAD_FAILED ||
                                done == CURLE_GOT_NOTHING || done == CURLE_REMOTE_ACCESS_DENIED;
    if (is_in_dialogue && is_of_message(status)) {
        delivery.outcome = status >= 500 ? Outcome::never : Outcome::later;
        delivery.reason = std::to_string(status) + ": " + delivery.reason;
    }
    return delivery;
}

}  // namespace

Result<void> check_server(const std::string& address) {
    const bool is_known = address.starts_with("smtp://") || address.starts_with("smtps://");
    const bool is_sound = is_known && !host_of(address).empty() &&
                          address.find_first_of("@?# \t\r\n") == std::string::npos &&
                          address.find('/', address.find("://") + 3) == std::string::npos;
    if (is_sound) return {};
    return std::unexpected(Error{ErrorCode::invalid, "mail.server_malformed", {address}});
}

Delivery SmtpMailer::send(const Mail& mail, const std::stop_token& stop) {
    if (!is_sound_address(mail.to.address)) {
        return {Delivery::Outcome::never, "no address of e-mail"};
    }
    const Curl curl = begin();
    const Lines head = lines_of(head_of(mail));
    const Lines to = lines_of({"<" + mail.to.address + ">"});
    const Mime mime = mime_of(curl.get(), mail);
    const std::string from = "<" + mail.from.address + ">";
    set_server(curl.get(), server_,
               server_.address + (server_.own_name.empty() ? "" : "/" + server_.own_name));
    ::curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.c_str());
    ::curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, to.get());
    ::curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, head.get());
    ::curl_easy_setopt(curl.get(), CURLOPT_MIMEPOST, mime.get());
    ::curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
    ::curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, stops);
    ::curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &stop);
    std::array<char, CURL_ERROR_SIZE> said{};
    ::curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, said.data());
    const CURLcode done = ::curl_easy_perform(curl.get());
    long status = 0;
    ::curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    return outcome_of(done, status, said.data());
}

}  // namespace travaux::mail

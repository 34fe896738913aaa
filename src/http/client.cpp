// SPDX-License-Identifier: MIT
#include "http/client.h"

#include <curl/curl.h>

#include <memory>

namespace travaux::http {
namespace {

constexpr long slow_bytes_each_second = 100;

struct Taken {
    std::string body;
    std::size_t bytes_max = 0;
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* answer) {
    auto& taken = *static_cast<Taken*>(answer);
    if (taken.body.size() + size * count > taken.bytes_max) return 0;
    taken.body.append(bytes, size * count);
    return size * count;
}

using Curl = std::unique_ptr<CURL, decltype(&::curl_easy_cleanup)>;
using FieldList = std::unique_ptr<::curl_slist, decltype(&::curl_slist_free_all)>;

FieldList list_of(const std::vector<std::string>& fields) {
    FieldList list(nullptr, &::curl_slist_free_all);
    for (const std::string& field : fields) {
        ::curl_slist* const longer = ::curl_slist_append(list.get(), field.c_str());
        VERIFY(longer != nullptr);
        (void)list.release();
        list.reset(longer);
    }
    return list;
}

void set_limits(CURL* curl, const ClientLimits& limits) {
    ::curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    ::curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    ::curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(limits.connect.count()));
    ::curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, slow_bytes_each_second);
    ::curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.silence.count()));
    ::curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(limits.whole.count()));
    ::curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
}

// Several threads may ask at a time; what libcurl shares is made by the first.
Curl begin() {
    static const CURLcode once = ::curl_global_init(CURL_GLOBAL_DEFAULT);
    VERIFY(once == CURLE_OK);
    Curl curl(::curl_easy_init(), &::curl_easy_cleanup);
    VERIFY(curl != nullptr);
    return curl;
}

// The beginning of an address, up to its path.
std::string server_of(const std::string& address) {
    const std::size_t scheme = address.find("://");
    const std::size_t from = scheme == std::string::npos ? 0 : scheme + 3;
    return address.substr(0, address.find_first_of("/?#", from));
}

}  // namespace

Result<ClientAnswer> ask_server(const ClientRequest& request, const ClientLimits& limits) {
    const Curl curl = begin();
    const FieldList fields = list_of(request.fields);
    Taken taken{{}, limits.answer_bytes};
    set_limits(curl.get(), limits);
    ::curl_easy_setopt(curl.get(), CURLOPT_URL, request.address.c_str());
    ::curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, fields.get());
    ::curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take);
    ::curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &taken);
    if (request.body) {
        ::curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                           static_cast<curl_off_t>(request.body->size()));
        ::curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, request.body->c_str());
    }
    const CURLcode done = ::curl_easy_perform(curl.get());
    if (done != CURLE_OK) {
        return std::unexpected(Error{ErrorCode::storage,
                                     "remote.away",
                                     {server_of(request.address), ::curl_easy_strerror(done)}});
    }
    long status = 0;
    ::curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    return ClientAnswer{static_cast<int>(status), std::move(taken.body)};
}

}  // namespace travaux::http

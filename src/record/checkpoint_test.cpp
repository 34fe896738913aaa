// SPDX-License-Identifier: MIT
#include "record/checkpoint.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "record/tiles.h"

using namespace travaux;
using namespace travaux::record;

namespace {

// The key and the note with which Go's sumdb/note and others test each other.
constexpr std::string_view known_key =
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr std::string_view known_signing_key =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
constexpr std::string_view known_text =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n";
const std::string known_note =
    std::string(known_text) +
    "\n\xE2\x80\x94 PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
    "\n";

SigningKey key_of(std::uint8_t chance) { return {"example.org/committee", {chance}}; }

Tree tree_of(std::uint64_t size, std::string_view flavour = "") {
    Tree tree;
    for (std::uint64_t i = 0; i < size; ++i) {
        tree.append(leaf_hash(std::to_string(i) + std::string(flavour)));
    }
    return tree;
}

}  // namespace

TEST_CASE("keys and notes are those of C2SP signed-note") {
    const auto key = parse_verifier_key(known_key).value();
    const auto signing = parse_signing_key(known_signing_key).value();
    CHECK(text_of(key) == known_key);
    CHECK(text_of(signing) == known_signing_key);
    CHECK(verifier_of(signing) == key);
    CHECK(print(sign_note(std::string(known_text), {&signing, 1})) == known_note);
    const Note note = read_note(known_note).value();
    CHECK(is_signed_by(note, key));
    CHECK(print(note) == known_note);
}

TEST_CASE("a key that is altered anywhere is refused") {
    for (std::size_t at = 0; at < known_key.size(); ++at) {
        std::string altered(known_key);
        altered[at] = static_cast<char>(altered[at] + 1);
        CHECK_FALSE(parse_verifier_key(altered));
    }
    for (std::size_t length = 0; length < known_key.size(); ++length) {
        CHECK_FALSE(parse_verifier_key(known_key.substr(0, length)));
        CHECK_FALSE(parse_signing_key(known_signing_key.substr(0, length)));
    }
    CHECK(parse_signing_key("PRIVATE+KEY+secret").error().args.empty());
}

TEST_CASE("a note that is altered anywhere is refused or not signed") {
    const auto key = parse_verifier_key(known_key).value();
    for (std::size_t at = 0; at < known_note.size(); ++at) {
        for (const unsigned flip : {1U, 2U, 32U, 128U}) {
            std::string altered = known_note;
            altered[at] = static_cast<char>(static_cast<unsigned char>(altered[at]) ^ flip);
            const auto note = read_note(altered);
            CHECK_FALSE((note && is_signed_by(*note, key)));
        }
    }
}

TEST_CASE("signatures by keys that are not asked for do not matter, false ones by a known key do") {
    const SigningKey ours = key_of(1);
    const SigningKey other = key_of(2);
    const SigningKey both[] = {ours, other};
    Note note = sign_note("text\n", both);
    CHECK(is_signed_by(note, verifier_of(ours)));
    CHECK(is_signed_by(note, verifier_of(other)));
    CHECK_FALSE(is_signed_by(note, verifier_of(key_of(3))));
    note.signatures[1].bytes[0] ^= 1;
    CHECK(is_signed_by(note, verifier_of(ours)));
    note.signatures.push_back(note.signatures[0]);
    note.signatures.back().bytes[0] ^= 1;
    CHECK_FALSE(is_signed_by(note, verifier_of(ours)));
}

TEST_CASE("a checkpoint is the three lines of C2SP tlog-checkpoint") {
    const std::string text =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    const Checkpoint checkpoint = read_checkpoint(text).value();
    CHECK(checkpoint.origin == "example.com/behind-the-sofa");
    CHECK(checkpoint.head.size == 20852163);
    CHECK(text_of(checkpoint) == text);
    for (const std::string& bad :
         {std::string(), text.substr(0, text.size() - 1), text + "more\n", "\n" + text,
          std::string("a b\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"),
          std::string("a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"),
          std::string("a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"),
          std::string("a\n99999999999999999999\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"),
          std::string("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n"),
          std::string("a\n1\nCsUY\n")}) {
        INFO(bad);
        CHECK(read_checkpoint(bad).error().id == "checkpoint.malformed");
    }
}

TEST_CASE("two roots of one size are never both signed, and no head is taken back") {
    const SigningKey key = key_of(1);
    const Tree tree = tree_of(7);
    const Note first = sign_head(tree, 5, std::nullopt, {&key, 1}).value();
    const Checkpoint last = read_checkpoint(first.text).value();
    CHECK(last == Checkpoint{"example.org/committee", {5, tree.root(5)}});
    CHECK(is_signed_by(first, verifier_of(key)));
    CHECK(print(sign_head(tree, 5, last, {&key, 1}).value()) == print(first));
    CHECK(sign_head(tree, 7, last, {&key, 1}));
    CHECK(sign_head(tree, 4, last, {&key, 1}).error().id == "checkpoint.shorter");
    const Tree another = tree_of(7, "!");
    CHECK(sign_head(another, 5, last, {&key, 1}).error().id == "checkpoint.two_roots");
    CHECK(sign_head(another, 7, last, {&key, 1}).error().id == "checkpoint.two_roots");
}

TEST_CASE("tiles stand where C2SP tlog-tiles puts them") {
    CHECK(tile_path({2, 1234067}) == "tile/2/x001/x234/067");
    CHECK(tile_path({0, 273, 112}) == "tile/0/273.p/112");
    CHECK(bundle_path({0, 1234067, 8}) == "tile/entries/x001/x234/067.p/8");
    CHECK(tiles_of(0).empty());
    CHECK(tiles_of(256) == std::vector<Tile>{{0, 0, 256}, {1, 0, 1}});
    const std::vector<Tile> tiles = tiles_of(70'000);
    CHECK(tiles.size() == 273 + 1 + 1 + 1 + 1);
    CHECK(tiles[273] == Tile{0, 273, 112});
    CHECK(tiles[274] == Tile{1, 0, 256});
    CHECK(tiles[275] == Tile{1, 1, 17});
    CHECK(tiles[276] == Tile{2, 0, 1});
}

TEST_CASE("every hash of a tile is the root of the entries below it") {
    const Tree tree = tree_of(600);
    for (const Tile& tile : tiles_of(600)) {
        const std::string bytes = tile_bytes(tree, tile);
        REQUIRE(bytes.size() == 32 * tile.width);
        const std::uint64_t below = tile.level == 0 ? 1 : 256;
        for (std::uint64_t i = 0; i < tile.width; ++i) {
            const std::uint64_t first = (tile.index * tile_width + i) * below;
            Tree part;
            for (std::uint64_t at = first; at < first + below; ++at) {
                part.append(tree.row(0)[at]);
            }
            const Sha256 root = part.root();
            CHECK(bytes.substr(32 * i, 32) == std::string(root.begin(), root.end()));
        }
    }
}

TEST_CASE("a bundle gives its entries back, and one that is cut off is refused") {
    const std::vector<std::string> entries = {"one", "", std::string(60'000, 'x'), "four"};
    const std::string bytes = bundle_bytes(entries);
    CHECK(bytes.substr(0, 7) == std::string("\0\3one\0\0", 7));
    const auto read = read_bundle(bytes).value();
    CHECK(std::ranges::equal(read, entries));
    CHECK(read_bundle("").value().empty());
    CHECK(read_bundle(bytes.substr(0, bytes.size() - 1)).error().args[0] == "3");
    CHECK(read_bundle(bytes.substr(0, 1)).error().args[0] == "0");
    CHECK(read_bundle(bytes + '\0').error().args[0] == "4");
}

package dev.kontor.twin.kit.ntlm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Md4Test {

  /** RFC 1320, A.5. */
  private static final Map<String, String> SUITE =
      Map.of(
          "",
          "31d6cfe0d16ae931b73c59d7e0c089c0",
          "a",
          "bde52cb31de33e46245e05fbdbd6fb24",
          "abc",
          "a448017aaf21d8525fc10ae87aa6729d",
          "message digest",
          "d9130a8164549fe818874806e1c7014b",
          "abcdefghijklmnopqrstuvwxyz",
          "d79e1c308aa5bbcdeea8ed63df412da9",
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
          "043f8582f241db351ce627e153e7f0e4",
          "1234567890".repeat(8),
          "e33b4ddc9c38f2199c3e7b164fcc0536");

  @Test
  void theTestSuiteOfTheStandard() {
    SUITE.forEach(
        (text, digest) ->
            assertThat(Md4.digest(text.getBytes(StandardCharsets.US_ASCII)))
                .as(text)
                .asHexString()
                .isEqualToIgnoringCase(digest));
  }

  @Test
  void theHashOfTheSpecificationsPassword() {
    assertThat(HexFormat.of().formatHex(Md4.digest("Password".getBytes(StandardCharsets.UTF_16LE))))
        .isEqualTo("a4f49c406510bdcab6824ee7c30fd852");
  }
}

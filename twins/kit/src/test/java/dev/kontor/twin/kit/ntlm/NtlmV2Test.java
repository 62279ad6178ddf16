package dev.kontor.twin.kit.ntlm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The worked example of [MS-NLMP] 4.2.4. */
class NtlmV2Test {

  private static final HexFormat HEX = HexFormat.of();

  /** Domain "Domain", server "Server", time zero, the client's challenge all aa. */
  private static final String REST =
      "0101000000000000"
          + "0000000000000000"
          + "aaaaaaaaaaaaaaaa"
          + "00000000"
          + "02000c0044006f006d00610069006e00"
          + "01000c00530065007200760065007200"
          + "00000000"
          + "00000000";

  @Test
  void keyAndProof() {
    byte[] key = NtlmV2.key("User", "Domain", "Password");
    assertThat(HEX.formatHex(key)).isEqualTo("0c868a403bfd7a93a3001ef22ef02e3f");
    byte[] proof = NtlmV2.proof(key, HEX.parseHex("0123456789abcdef"), HEX.parseHex(REST));
    assertThat(HEX.formatHex(proof)).isEqualTo("68cd0ab851e51c96aabc927bebef6a1c");
  }
}

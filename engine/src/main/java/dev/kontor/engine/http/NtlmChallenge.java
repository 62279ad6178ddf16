package dev.kontor.engine.http;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A server's challenge ([MS-NLMP] 2.2.1.2).
 *
 * @param encoded as the server sent it
 */
record NtlmChallenge(String encoded) {

  private static final String NAME = "NTLM ";
  private static final int TARGET_NAME = 12;
  private static final int FLAGS = 20;
  private static final int TARGET_INFO = 40;
  private static final int HEAD = 48;
  private static final int TARGET_INFO_PRESENT = 0x0080_0000;

  /**
   * @throws SignInRefusedException if the answer challenges nobody, or not as version 2 wants it:
   *     an answer of an older version gives the password away
   */
  static NtlmChallenge in(HttpResponse<byte[]> answer) throws SignInRefusedException {
    List<String> offers =
        answer.headers().allValues("WWW-Authenticate").stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .toList();
    String encoded =
        offers.stream()
            .filter(offer -> offer.regionMatches(true, 0, NAME, 0, NAME.length()))
            .map(offer -> offer.substring(NAME.length()).strip())
            .findFirst()
            .orElseThrow(() -> new SignInRefusedException(offered(answer.statusCode(), offers)));
    if (!isVersion2(encoded)) {
      throw new SignInRefusedException(
          "the server asks for NTLM in a version older than 2, which the hub does not answer");
    }
    return new NtlmChallenge(encoded);
  }

  private static String offered(int status, List<String> offers) {
    if (status != 401) {
      return "the server answered " + status + " without asking for a Windows user";
    }
    return "the server offers no NTLM"
        + (offers.isEmpty()
            ? ""
            : ", only " + String.join(", ", offers.stream().map(o -> o.split(" ")[0]).toList()));
  }

  private static boolean isVersion2(String encoded) {
    try {
      ByteBuffer message =
          ByteBuffer.wrap(Base64.getDecoder().decode(encoded)).order(ByteOrder.LITTLE_ENDIAN);
      return message.limit() >= HEAD
          && (message.getInt(FLAGS) & TARGET_INFO_PRESENT) != 0
          && message.getShort(TARGET_NAME) != 0
          && message.getShort(TARGET_INFO) != 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

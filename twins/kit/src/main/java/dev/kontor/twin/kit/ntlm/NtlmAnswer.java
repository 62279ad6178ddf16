package dev.kontor.twin.kit.ntlm;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A client's answer to a challenge ([MS-NLMP] 2.2.1.3), taken in version 2 only. Of LM answers only
 * none and that of version 2 pass.
 */
final class NtlmAnswer {

  private static final int LM = 12;
  private static final int NT = 20;
  private static final int DOMAIN = 28;
  private static final int USER = 36;
  private static final int FLAGS = 60;
  private static final int PROOF = 16;

  /** Both versions 1, reserved bytes, time, the client's challenge, reserved bytes. */
  private static final int BEFORE_INFO = 28;

  private static final int OLD = 24;

  private final NtlmMessage message;

  NtlmAnswer(NtlmMessage message) {
    this.message = message;
  }

  /** Whether it names the user and proves that its sender knows the password. */
  boolean proves(String domain, String user, String password, NtlmChallenge challenge)
      throws NtlmMessage.UnreadableException {
    byte[] answer = message.field(NT);
    if ((message.number(FLAGS) & NtlmChallenge.UNICODE) == 0 || answer.length <= OLD) {
      return false;
    }
    byte[] rest = Arrays.copyOfRange(answer, PROOF, answer.length);
    byte[] key = NtlmV2.key(message.text(USER), message.text(DOMAIN), password);
    return message.text(DOMAIN).equalsIgnoreCase(domain)
        && message.text(USER).equalsIgnoreCase(user)
        && isForm(rest, challenge)
        && isSame(Arrays.copyOf(answer, PROOF), NtlmV2.proof(key, challenge.nonce(), rest))
        && isHarmless(message.field(LM), key, challenge);
  }

  /** Version 1.1 of the rest, which repeats the server's attributes, save their end. */
  private static boolean isForm(byte[] rest, NtlmChallenge challenge) {
    byte[] info = challenge.info();
    int end = BEFORE_INFO + info.length - 2 * Short.BYTES;
    return rest.length >= end
        && rest[0] == 1
        && rest[1] == 1
        && Arrays.equals(rest, BEFORE_INFO, end, info, 0, end - BEFORE_INFO);
  }

  private static boolean isHarmless(byte[] lm, byte[] key, NtlmChallenge challenge) {
    if (lm.length == 0 || Arrays.equals(lm, new byte[OLD])) {
      return true;
    }
    byte[] client = Arrays.copyOfRange(lm, Math.min(PROOF, lm.length), lm.length);
    return lm.length == OLD
        && isSame(Arrays.copyOf(lm, PROOF), NtlmV2.proof(key, challenge.nonce(), client));
  }

  private static boolean isSame(byte[] given, byte[] computed) {
    return MessageDigest.isEqual(given, computed);
  }
}

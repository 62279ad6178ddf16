package dev.kontor.twin.kit.ntlm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The door lets in who proves the password now, on the connection it asked, and nobody else. */
class NtlmDoorTest {

  private static final int WANTED =
      NtlmChallenge.UNICODE
          | NtlmChallenge.REQUEST_TARGET
          | NtlmChallenge.NTLM
          | NtlmChallenge.EXTENDED_SECURITY;

  private final NtlmDoor door =
      new NtlmDoor("FIRM", "kontor", "Größe", () -> Instant.parse("2026-03-15T10:00:00Z"));

  private Optional<Answer> call(String connection, String authorization) {
    Map<String, String> headers =
        authorization.isEmpty() ? Map.of() : Map.of("authorization", authorization);
    return door.refusal(new Call("GET", "/", Map.of(), "", headers, new byte[0], connection));
  }

  private String challenge(String connection) {
    return told(call(connection, Client.negotiate(WANTED)));
  }

  private static String told(Optional<Answer> refusal) {
    assertThat(refusal.orElseThrow().status()).isEqualTo(401);
    return refusal.get().headers().getOrDefault("WWW-Authenticate", "");
  }

  private void isRefused(String connection, String authorization) {
    assertThat(told(call(connection, authorization))).isEqualTo("Negotiate, NTLM");
  }

  @Test
  void aRightAnswerSignsItsConnectionInAndNoOther() {
    isRefused("a", "");
    String answer = Client.authenticate("firm", "Kontor", "Größe", challenge("a"));
    assertThat(call("a", answer)).isEmpty();
    assertThat(call("a", "")).isEmpty();
    isRefused("b", "");
    door.forget();
    isRefused("a", "");
  }

  @Test
  void anAnswerIsGoodOnceAndOnItsConnection() {
    String answer = Client.authenticate("FIRM", "kontor", "Größe", challenge("a"));
    challenge("b");
    isRefused("b", answer);
    assertThat(call("a", answer)).isEmpty();
    isRefused("a", answer);
    isRefused("c", answer);
  }

  @Test
  void whoeverHasAnotherNameOrPasswordIsRefusedAndLocksTheAccountInTheEnd() {
    isRefused("a", Client.authenticate("OTHER", "kontor", "Größe", challenge("a")));
    isRefused("a", Client.authenticate("FIRM", "other", "Größe", challenge("a")));
    for (int i = 0; i < 3; i++) {
      isRefused("a", Client.authenticate("FIRM", "kontor", "größe", challenge("a")));
    }
    assertThat(door.refusals()).isEqualTo(5);
    isRefused("a", Client.authenticate("FIRM", "kontor", "Größe", challenge("a")));
  }

  @Test
  void whatIsOlderOrNoMessageAtAllIsRefused() {
    challenge("a");
    isRefused("a", Client.message("FIRM", "kontor", new byte[24]));
    isRefused("a", Client.negotiate(NtlmChallenge.UNICODE | NtlmChallenge.NTLM));
    isRefused("a", "NTLM TlRMTVNTUAA=");
    isRefused("a", "NTLM ?");
    isRefused("a", "Basic a29udG9yOkdyw7bDn2U=");
    isRefused("a", "");
  }
}

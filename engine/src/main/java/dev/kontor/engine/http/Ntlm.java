package dev.kontor.engine.http;

import dev.kontor.spi.WindowsUser;
import java.net.URI;
import java.util.Base64;
import java.util.Locale;
import org.apache.hc.client5.http.auth.AuthChallenge;
import org.apache.hc.client5.http.auth.ChallengeType;
import org.apache.hc.client5.http.auth.NTCredentials;
import org.apache.hc.client5.http.impl.auth.NTLMScheme;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** One sign-in with NTLM, whose messages Apache's client makes ([MS-NLMP], decision 23). */
@SuppressWarnings("deprecation")
final class Ntlm {

  private static final String NAME = "NTLM";

  /** Where the first message says what the client wants, and that it wants the domain's name. */
  private static final int FLAGS = 12;

  private static final byte REQUEST_TARGET = 0x04;

  private final NTLMScheme scheme = new NTLMScheme();
  private final HttpClientContext context = HttpClientContext.create();
  private final HttpHost host;

  private Ntlm(HttpHost host) {
    this.host = host;
  }

  static Ntlm of(WindowsUser user, URI server) throws SignInRefusedException {
    // The answer names the domain in capitals, and what it proves must be computed from that name.
    String domain = user.domain().toUpperCase(Locale.ROOT);
    NTCredentials credentials =
        new NTCredentials(user.password().toCharArray(), user.name(), domain, domain);
    Ntlm ntlm = new Ntlm(HttpHost.create(server));
    try {
      ntlm.scheme.isResponseReady(ntlm.host, (scope, context) -> credentials, ntlm.context);
      return ntlm;
    } catch (HttpException e) {
      throw unanswerable(e);
    }
  }

  /** Value of {@code Authorization} that asks for the challenge. */
  String negotiate() throws SignInRefusedException {
    byte[] message = Base64.getDecoder().decode(next(null).substring(NAME.length() + 1));
    message[FLAGS] |= REQUEST_TARGET;
    return NAME + " " + Base64.getEncoder().encodeToString(message);
  }

  /** Value of {@code Authorization} that answers the challenge. */
  String authenticate(NtlmChallenge challenge) throws SignInRefusedException {
    return next(challenge.encoded());
  }

  private String next(@Nullable String challenge) throws SignInRefusedException {
    try {
      scheme.processChallenge(
          new AuthChallenge(ChallengeType.TARGET, NAME, challenge, null), context);
      return scheme.generateAuthResponse(host, null, context);
    } catch (HttpException e) {
      throw unanswerable(e);
    }
  }

  private static SignInRefusedException unanswerable(HttpException cause) {
    return new SignInRefusedException(
        "the server's NTLM challenge cannot be answered: " + cause.getMessage());
  }
}

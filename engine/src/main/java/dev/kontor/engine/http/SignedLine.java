package dev.kontor.engine.http;

import dev.kontor.spi.WindowsUser;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * One connection that a user signs in: NTLM proves who is at its other end, not who sends a
 * request. Used by one call at a time. The challenge is asked for by a {@code GET} of the same
 * address, so a body leaves with the answer to it, and a second time only where a server has
 * forgotten the sign-in: whoever answers 401 has not looked at the request.
 */
final class SignedLine implements AutoCloseable {

  private static final int UNAUTHORIZED = 401;
  private static final int REFUSALS = 400;

  private final WindowsUser user;
  private final Wire wire;
  private final Admission admission;
  private boolean signedIn;
  private boolean keepsSignIn = true;
  private long usedAt = System.nanoTime();

  SignedLine(WindowsUser user, Wire wire, Admission admission) {
    this.user = user;
    this.wire = wire;
    this.admission = admission;
  }

  boolean isIdleFor(Duration some) {
    return System.nanoTime() - usedAt > some.toNanos();
  }

  /** As {@link WindowsConnections#send}; after an exception the line is of no more use. */
  HttpResponse<byte[]> send(HttpRequest request, Toll toll) throws IOException {
    TimeLeft time = new TimeLeft(request);
    if (signedIn) {
      HttpResponse<byte[]> answer = wire.send(request);
      if (answer.statusCode() != UNAUTHORIZED) {
        return used(answer);
      }
      signedIn = false;
      keepsSignIn = false;
      toll.pay();
    }
    return used(admission.attempt(time, () -> signIn(request, time, toll)));
  }

  private HttpResponse<byte[]> used(HttpResponse<byte[]> answer) {
    usedAt = System.nanoTime();
    return answer;
  }

  private HttpResponse<byte[]> signIn(HttpRequest request, TimeLeft time, Toll toll)
      throws IOException {
    Ntlm ntlm = Ntlm.of(user, request.uri());
    HttpResponse<byte[]> challenged = wire.send(question(request, ntlm.negotiate(), time));
    int status = challenged.statusCode();
    if (status >= REFUSALS && status != UNAUTHORIZED) {
      // Out of order, switched off, not there: the request would have been told the same.
      return challenged;
    }
    String authorization = ntlm.authenticate(NtlmChallenge.in(challenged));
    toll.pay();
    HttpResponse<byte[]> answer =
        wire.send(
            HttpRequest.newBuilder(request, (name, value) -> true)
                .setHeader("Authorization", authorization)
                .timeout(time.left())
                .build());
    if (answer.statusCode() == UNAUTHORIZED) {
      throw new SignInRefusedException("the server refused the Windows user");
    }
    admission.grant();
    signedIn = keepsSignIn;
    return answer;
  }

  private static HttpRequest question(HttpRequest request, String authorization, TimeLeft time)
      throws IOException {
    return HttpRequest.newBuilder(request.uri())
        .setHeader("Authorization", authorization)
        .timeout(time.left())
        .GET()
        .build();
  }

  @Override
  public void close() {
    wire.close();
  }
}

package dev.kontor.app.web;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * A browser on its way to an identity provider and back.
 *
 * @param cookie what the hub gave it when it began
 * @param location where it is sent next
 */
record Browser(ObservedHub at, String cookie, String location) {

  static Browser begin(ObservedHub at) throws Exception {
    HttpResponse<String> answer = at.send(at.to("/api/session/oidc"));
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return new Browser(at, cookie.replaceAll(";.*", ""), location(answer));
  }

  Browser throughProvider() throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(location));
    String back = location(at.send(request));
    return new Browser(at, cookie, back.substring(back.indexOf("/api/")));
  }

  HttpResponse<String> finish() throws Exception {
    return at.send(at.to(location).header("Cookie", cookie));
  }

  /** What the session's cookie holds. */
  static String session(HttpResponse<String> answer) {
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return set.replaceAll("^kontor-session=([^;]*);.*", "$1");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}

package dev.kontor.app.web;

import dev.kontor.engine.access.Access;
import dev.kontor.engine.access.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

/** A person's browser at the administration, which sends its cookie and proves to be the page. */
record SignedIn(ObservedHub at, String cookie, String csrf) {

  /** A session of that user, who is added if need be and has no password that anybody knows. */
  static SignedIn as(ObservedHub at, String user, Role... roles) {
    Access access = at.hub.access();
    if (access.users().find(user).isEmpty()) {
      access.users().add(user, user, List.of(roles), "{none}", false, "test");
    }
    return of(at, access.sessions().begin(user, "test"));
  }

  static SignedIn of(ObservedHub at, String cookie) {
    return new SignedIn(at, cookie, at.hub.access().sessions().csrf(cookie));
  }

  HttpRequest.Builder to(String path) {
    return at.to(path).header("Cookie", "kontor-session=" + cookie);
  }

  HttpResponse<String> get(String path) throws Exception {
    return at.send(to(path));
  }

  HttpResponse<String> post(String path, String json) throws Exception {
    return send("POST", path, json);
  }

  HttpResponse<String> send(String method, String path, String json) throws Exception {
    return at.send(
        to(path)
            .header("X-Kontor-Csrf", csrf)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }
}

package dev.kontor.kit;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Http;
import dev.kontor.spi.Toolbox;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Signs, sends and judges the calls of one OData service. Where the sign-in has another token for a
 * refused one, the call is made once more: the service answered before it did anything.
 */
public final class ODataSession {

  private final InstantSource clock;
  private final Http way;
  private final JsonHttp http;
  private final URI root;
  private final SignIn signIn;
  private final Map<String, String> headers;
  private final Faults faults;

  /**
   * @param root of the service, ending with a slash
   * @param headers sent with every call, e.g. the language of messages
   */
  public ODataSession(
      Toolbox toolbox, URI root, SignIn signIn, Map<String, String> headers, Faults faults) {
    this.clock = toolbox.clock();
    this.way = signIn.way(toolbox.http());
    this.http = new JsonHttp(way);
    this.root = root;
    this.signIn = signIn;
    this.headers = Map.copyOf(headers);
    this.faults = faults;
  }

  URI at(String relative) {
    return root.resolve(relative);
  }

  InstantSource clock() {
    return clock;
  }

  JsonHttp.Reply read(HttpRequest.Builder request) {
    return signed(request, http::read, JsonHttp.Reply::status);
  }

  JsonHttp.Reply write(HttpRequest.Builder request) {
    return signed(request, http::write, JsonHttp.Reply::status);
  }

  HttpResponse<byte[]> raw(HttpRequest.Builder request) {
    return signed(request, way::read, HttpResponse::statusCode);
  }

  /** The reply if it is a success, else the fault it stands for. */
  JsonHttp.Reply expectOk(JsonHttp.Reply reply, boolean write, String resource) {
    if (reply.ok()) {
      return reply;
    }
    throw new FaultException(fault(reply, write, resource));
  }

  Fault fault(JsonHttp.Reply reply, boolean write, String resource) {
    return fault(reply.status(), reply.body(), write, resource, reply);
  }

  /** The diagnosis of a batch part, which has status and body only. */
  Fault fault(int status, JsonNode body, boolean write, String resource) {
    return fault(status, body, write, resource, null);
  }

  private Fault fault(
      int status, JsonNode body, boolean write, String resource, JsonHttp.@Nullable Reply reply) {
    JsonNode error = body.path("error");
    return faults.of(
        new Faults.Refusal(
            write,
            resource,
            status,
            error.path("code").asString(null),
            error.path("target").asString(null),
            error.path("message").asString(body.isString() ? body.asString() : ""),
            reply == null ? null : reply.retryAfter(clock)));
  }

  private <R> R signed(
      HttpRequest.Builder request, Function<HttpRequest, R> call, Function<R, Integer> status) {
    headers.forEach(request::setHeader);
    Optional<String> authorization = signIn.authorization();
    R reply = call.apply(signed(request, authorization));
    return status.apply(reply) == 401 && authorization.filter(signIn::refused).isPresent()
        ? call.apply(signed(request, signIn.authorization()))
        : reply;
  }

  private static HttpRequest signed(HttpRequest.Builder request, Optional<String> authorization) {
    authorization.ifPresent(value -> request.setHeader("Authorization", value));
    return request.build();
  }
}

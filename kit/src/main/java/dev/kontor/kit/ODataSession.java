package dev.kontor.kit;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Toolbox;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Signs, sends and judges the calls of one OData service. */
public final class ODataSession {

  private final InstantSource clock;
  private final SignedHttp http;
  private final URI root;
  private final Faults faults;
  private final Function<JsonNode, ODataError> errors;

  /**
   * @param root of the service, ending with a slash
   * @param headers sent with every call, e.g. the language of messages
   */
  public ODataSession(
      Toolbox toolbox, URI root, SignIn signIn, Map<String, String> headers, Faults faults) {
    this(toolbox, root, signIn, headers, faults, ODataError::of);
  }

  /**
   * @param errors how the service says in a body why it refused
   */
  public ODataSession(
      Toolbox toolbox,
      URI root,
      SignIn signIn,
      Map<String, String> headers,
      Faults faults,
      Function<JsonNode, ODataError> errors) {
    this.errors = errors;
    this.clock = toolbox.clock();
    this.http = new SignedHttp(toolbox, signIn, headers);
    this.root = root;
    this.faults = faults;
  }

  URI at(String relative) {
    return root.resolve(relative);
  }

  InstantSource clock() {
    return clock;
  }

  JsonHttp.Reply read(HttpRequest.Builder request) {
    return JsonHttp.reply(http.read(request));
  }

  JsonHttp.Reply write(HttpRequest.Builder request) {
    return JsonHttp.reply(http.write(request));
  }

  HttpResponse<byte[]> rawWrite(HttpRequest.Builder request) {
    return http.write(request);
  }

  HttpResponse<byte[]> raw(HttpRequest.Builder request) {
    return http.read(request);
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
    ODataError error = errors.apply(body);
    return faults.of(
        new Faults.Refusal(
            write,
            resource,
            status,
            error.code(),
            error.field(),
            error.text(),
            reply == null ? null : reply.retryAfter(clock)));
  }
}

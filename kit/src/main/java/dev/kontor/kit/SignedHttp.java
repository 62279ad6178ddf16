package dev.kontor.kit;

import dev.kontor.spi.Http;
import dev.kontor.spi.Toolbox;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Signs and sends the calls of one service. Where the sign-in has another token for a refused one,
 * the call is made once more: the service answered before it did anything.
 */
public final class SignedHttp {

  private final Http way;
  private final SignIn signIn;
  private final Map<String, String> headers;

  /**
   * @param headers sent with every call, e.g. the language of messages
   */
  public SignedHttp(Toolbox toolbox, SignIn signIn, Map<String, String> headers) {
    this.way = signIn.way(toolbox.http());
    this.signIn = signIn;
    this.headers = Map.copyOf(headers);
  }

  /** As {@link Http#read}. */
  public HttpResponse<byte[]> read(HttpRequest.Builder request) {
    return signed(request, way::read);
  }

  /** As {@link Http#write}. */
  public HttpResponse<byte[]> write(HttpRequest.Builder request) {
    return signed(request, way::write);
  }

  private HttpResponse<byte[]> signed(
      HttpRequest.Builder request, Function<HttpRequest, HttpResponse<byte[]>> call) {
    headers.forEach(request::setHeader);
    Optional<String> authorization = signIn.authorization();
    HttpResponse<byte[]> reply = call.apply(signed(request, authorization));
    return reply.statusCode() == 401 && authorization.filter(signIn::refused).isPresent()
        ? call.apply(signed(request, signIn.authorization()))
        : reply;
  }

  private static HttpRequest signed(HttpRequest.Builder request, Optional<String> authorization) {
    authorization.ifPresent(value -> request.setHeader("Authorization", value));
    return request.build();
  }
}

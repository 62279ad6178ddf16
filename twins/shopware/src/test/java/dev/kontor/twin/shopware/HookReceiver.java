package dev.kontor.twin.shopware;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.hooks.Signature;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The hub's side of webhooks and of the app handshake. */
final class HookReceiver implements AutoCloseable {
  static final String APP_SECRET = "app-secret";
  static final String SHOP_SECRET = "shop-handshake-secret";
  final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  final AtomicInteger failuresLeft = new AtomicInteger();
  private final HttpServer http;
  @Nullable String proofOverride;

  record Received(@Nullable String signature, String body) {
    JsonNode json() {
      return Json.MAPPER.readTree(body);
    }

    boolean signed() {
      return Signature.of(body, SHOP_SECRET).equals(signature);
    }
  }

  HookReceiver() throws IOException {
    http =
        HttpServer.create(new InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/hook", this::hook);
    http.createContext("/register", this::register);
    http.createContext("/confirm", this::hook);
    http.createContext("/manifest.xml", e -> answer(e, 200, manifest()));
    http.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + http.getAddress().getPort() + path;
  }

  private String manifest() {
    return """
        <manifest><meta><name>Kontor</name><version>1.0.0</version></meta>
        <setup><registrationUrl>%s</registrationUrl><secret>%s</secret></setup>
        <permissions><read>order</read><update>order</update></permissions>
        <webhooks><webhook name="placed" url="%s" event="checkout.order.placed"/></webhooks></manifest>
        """
        .formatted(url("/register"), APP_SECRET, url("/hook"));
  }

  private void hook(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(
        new Received(exchange.getRequestHeaders().getFirst("shopware-shop-signature"), body));
    answer(exchange, failuresLeft.getAndUpdate(n -> Math.max(0, n - 1)) > 0 ? 503 : 204, "");
  }

  private void register(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    boolean genuine =
        Signature.of(query, APP_SECRET)
            .equals(exchange.getRequestHeaders().getFirst("shopware-app-signature"));
    String shopId = query.replaceAll(".*shop-id=([^&]*).*", "$1");
    String shopUrl =
        java.net.URLDecoder.decode(
            query.replaceAll(".*shop-url=([^&]*).*", "$1"), StandardCharsets.UTF_8);
    String proof =
        proofOverride == null
            ? Signature.of(shopId + shopUrl + "Kontor", APP_SECRET)
            : proofOverride;
    answer(
        exchange,
        genuine ? 200 : 401,
        Json.object()
            .put("proof", proof)
            .put("secret", SHOP_SECRET)
            .put("confirmation_url", url("/confirm"))
            .toString());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  Received next() throws InterruptedException {
    Received next = received.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no webhook came");
    }
    return next;
  }

  @Override
  public void close() {
    http.stop(0);
  }
}

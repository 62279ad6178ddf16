package dev.kontor.connector.shopware.api;

import com.sun.net.httpserver.HttpServer;
import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.TestShop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every call with one recorded answer; sign-in works unless it is the call recorded. */
public final class CannedShop implements AutoCloseable {

  private static final byte[] TOKEN =
      "{\"token_type\":\"Bearer\",\"expires_in\":600,\"access_token\":\"t\"}"
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);

  private static final byte[] GOOD =
      "{\"data\":{}}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

  final AtomicInteger signIns = new AtomicInteger();
  private final HttpServer server;

  CannedShop(int signInStatus, byte[] signIn, int status, byte[] body) {
    this(signInStatus, signIn, status, body, "");
  }

  private CannedShop(int signInStatus, byte[] signIn, int status, byte[] body, String offence) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          boolean token = exchange.getRequestURI().getPath().equals("/api/oauth/token");
          if (token) {
            signIns.incrementAndGet();
          }
          String asked =
              new String(
                  exchange.getRequestBody().readAllBytes(),
                  java.nio.charset.StandardCharsets.UTF_8);
          boolean refused = asked.contains(offence);
          byte[] answer = token ? signIn : refused ? body : GOOD;
          exchange.sendResponseHeaders(
              token ? signInStatus : refused ? status : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  public static CannedShop answering(int status, byte[] body) {
    return new CannedShop(200, TOKEN, status, body);
  }

  /** Good answers, but that one to a request which contains the offence. */
  static CannedShop refusing(String offence, int status, String body) {
    byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new CannedShop(200, TOKEN, status, bytes, offence);
  }

  static CannedShop refusingSignIn(int status, byte[] body) {
    return new CannedShop(status, body, 200, body);
  }

  public ShopwareSettings settings() {
    return TestShop.settings(Map.of("url", "http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package dev.kontor.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls over TLS to a server on this machine, with a certificate of its own. */
class BlockingClientTest {

  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";
  private static final String PASSWORD = "changeit";
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private Path directory;
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private HttpsServer server;

  @BeforeEach
  void start() throws Exception {
    Path store = directory.resolve("store.p12");
    makeCertificate(store);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] query = exchange.getRequestURI().getRawQuery().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(201, query.length);
          exchange.getResponseBody().write(query);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_STORE_PASSWORD);
  }

  private static void makeCertificate(Path store) throws IOException, InterruptedException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            keytool,
            "-genkeypair",
            "-alias=server",
            "-keyalg=EC",
            "-dname=CN=localhost",
            "-ext=san=dns:localhost",
            "-storetype=PKCS12",
            "-keystore=" + store,
            "-storepass=" + PASSWORD);
    List<String> spaced = new ArrayList<>();
    command.forEach(part -> spaced.addAll(List.of(part.split("=", 2))));
    assertThat(new ProcessBuilder(spaced).start().waitFor()).isZero();
  }

  private static SSLContext context(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    return context;
  }

  private HttpResponse<byte[]> send(String host) throws IOException {
    try (BlockingClient client = new BlockingClient(SOON)) {
      return client.send(
          HttpRequest.newBuilder(
                  URI.create(
                      "https://"
                          + host
                          + ":"
                          + server.getAddress().getPort()
                          + "/api?$filter=n%20eq%20%27%C3%A4%27"))
              .timeout(SOON)
              .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"ä\"}"))
              .build());
    }
  }

  private void trust() {
    System.setProperty(TRUST_STORE, directory.resolve("store.p12").toString());
    System.setProperty(TRUST_STORE_PASSWORD, PASSWORD);
  }

  @Test
  void aTrustedServerGetsAddressAndBodyAsTheyAre() throws IOException {
    trust();
    HttpResponse<byte[]> answer = send("localhost");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("$filter=n%20eq%20%27%C3%A4%27");
    assertThat(bodies).containsExactly("{\"name\":\"ä\"}");
  }

  @Test
  void aServerNobodyVouchesForIsToldNothing() {
    assertThatThrownBy(() -> send("localhost")).isInstanceOf(SSLException.class);
    assertThat(bodies).isEmpty();
  }

  @Test
  void aServerOfAnotherNameIsToldNothing() {
    trust();
    assertThatThrownBy(() -> send("127.0.0.1"))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("127.0.0.1");
    assertThat(bodies).isEmpty();
  }

  @Test
  void aPortWhereNobodyListensIsAFailureToConnect() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (BlockingClient client = new BlockingClient(SOON)) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + free)).timeout(SOON).build();
      assertThatThrownBy(() -> client.send(request)).isInstanceOf(ConnectException.class);
    }
  }
}

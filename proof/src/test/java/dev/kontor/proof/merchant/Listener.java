package dev.kontor.proof.merchant;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.TwinServer;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** A program of the merchant's that hears of alerts. */
public final class Listener implements AutoCloseable {

  private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
  private final TwinServer server;

  public Listener() throws IOException {
    server =
        TwinServer.start(
            "127.0.0.1",
            0,
            new Dials(),
            InstantSource.system(),
            call -> {
              heard.add(call.json());
              return Answer.empty(204);
            });
  }

  public URI url() {
    return URI.create(server.uri() + "/alerts");
  }

  /** What it heard of, in order. */
  public List<String> types() {
    return heard.stream().map(event -> event.path("type").asString()).toList();
  }

  @Override
  public void close() {
    server.close();
  }
}

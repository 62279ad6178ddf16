package dev.kontor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.PauseStore;
import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.flow.Link;
import dev.kontor.engine.flow.SimpleLine;
import dev.kontor.engine.ledger.LedgerBench;
import dev.kontor.engine.observe.LastCalls;
import dev.kontor.engine.observe.Watch;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Listener;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Listening to a broker has the reactions that calls have. */
final class BrokersTest {

  private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

  private final LedgerBench bench = new LedgerBench();
  private final Pauses pauses = new Pauses(bench.database.hot(), new PauseStore(), bench.lanes);
  private final LastCalls calls = new LastCalls(Watch.NONE, InstantSource.fixed(NOW));
  private final FakeBroker fake = new FakeBroker();
  private final Link link = SimpleLine.link("broker", fake, () -> 0);
  private final Link shop = SimpleLine.link("shop", new Deaf(), () -> 0);
  private final Brokers brokers = brokers(Map.of("broker", link, "shop", shop));

  private Brokers brokers(Map<String, Link> links) {
    return new Brokers(links, pauses, calls);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** Has nothing to listen to. */
  private static class Deaf implements Connector {
    @Override
    public List<Finding> check() {
      return List.of();
    }

    @Override
    public Optional<Reader> reader(EntityType type) {
      return Optional.empty();
    }

    @Override
    public Optional<Writer> writer(EntityType type) {
      return Optional.empty();
    }
  }

  private static final class FakeBroker extends Deaf implements Listener {
    private @Nullable Fault fault;

    @Override
    public Optional<Listener> listener() {
      return Optional.of(this);
    }

    @Override
    public Set<String> connections() {
      return Set.of("shop");
    }

    @Override
    public Session open() {
      if (fault != null) {
        throw new FaultException(fault);
      }
      return new Session() {
        @Override
        public Optional<Delivery> next(Duration atMost) {
          return Optional.empty();
        }

        @Override
        public void close() {}
      };
    }
  }

  private Fault opened(Brokers by) {
    return catchThrowableOfType(FaultException.class, () -> by.open(link)).fault();
  }

  @Test
  void onlyThoseThatCanBeListenedTo() {
    assertThat(brokers.all()).containsExactly(link);
  }

  @Test
  void listeningIsACallThatIsAnswered() {
    fake.fault = new Fault.Unavailable("nobody there");
    assertThat(opened(brokers)).isEqualTo(fake.fault);
    assertThat(link.breaker().isOpen()).isTrue();
    assertThat(calls.begun("broker")).contains(NOW);
    assertThat(calls.answered("broker")).isEmpty();
    fake.fault = null;
    brokers.open(link).close();
    assertThat(link.breaker().isOpen()).isFalse();
    assertThat(calls.answered("broker")).contains(NOW);
    assertThat(brokers.stopped(link)).isEmpty();
  }

  @Test
  void whatAPersonMustCorrectStopsItUntilThatPersonResumesIt() {
    for (Fault fault :
        List.of(
            new Fault.SignInRefused("wrong password"),
            new Fault.Misconfigured("url", "is wrong"),
            new Fault.Forbidden("queue moves", "may not be received from"))) {
      fake.fault = fault;
      assertThat(opened(brokers)).isEqualTo(fault);
      assertThat(brokers.stopped(link)).contains(fault.message());
      assertThat(bench.column("select subject from pause")).containsExactly("connection:broker");
      Transactions.execute(bench.database.hot(), c -> pauses.resume(c, "connection:broker"));
      pauses.refresh();
      assertThat(brokers.stopped(link)).isEmpty();
    }
  }

  @Test
  void messagesAreAboutConnectionsThatThereAre() {
    assertThat(opened(brokers(Map.of("broker", link))))
        .isInstanceOfSatisfying(
            Fault.Misconfigured.class,
            wrong ->
                assertThat(wrong.message()).contains("the connection shop, which there is not"));
    assertThat(brokers.stopped(link)).isPresent();
  }
}

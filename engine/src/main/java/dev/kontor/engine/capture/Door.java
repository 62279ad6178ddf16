package dev.kontor.engine.capture;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.AtHand;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.Worker;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.flow.Link;
import dev.kontor.engine.ledger.Added;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.ledger.Taking;
import dev.kontor.engine.observe.Sightings;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.PayloadStore;
import dev.kontor.engine.vault.Plain;
import dev.kontor.engine.vault.Sealed;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.Notice;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where systems push to. The answer is given only after what arrived is durable; requests that
 * arrive together share one commit.
 */
public final class Door implements AutoCloseable {

  /**
   * Bytes of the largest push that is taken. A notice is a few kilobytes. Business Central
   * on-premises may announce 30,000 changes at once, of four hundred bytes each, and ends a
   * subscription whose request is refused.
   */
  public static final int LARGEST = 16 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final int SHARED = 256;
  private static final long PATIENCE_SECONDS = 15;

  /**
   * If so many wait while one commit is on its way, another begins; a smaller one would not pay.
   */
  private static final int MANY = 16;

  private final DataSource database;
  private final LedgerStore ledger;
  private final Payloads payloads;
  private final AuditStore audit;
  private final Map<String, Link> links;
  private final Collection<FlowLine> lines;
  private final Worker worker;
  private final Hints hints;
  private final Refusals refusals;
  private final Sightings sightings;
  private final LinkedBlockingQueue<Arrival> waiting = new LinkedBlockingQueue<>();
  private final Semaphore crowded = new Semaphore(0);
  private final List<Thread> acceptors =
      List.of(
          Thread.ofPlatform().name("door").daemon().unstarted(this::acceptAll),
          Thread.ofPlatform().name("door helper").daemon().unstarted(this::help));

  private record Arrival(
      String connection,
      @Nullable Sealed body,
      Received received,
      CompletableFuture<Received> stored) {}

  public Door(
      DataSource database,
      LedgerStore ledger,
      Payloads payloads,
      AuditStore audit,
      Map<String, Link> links,
      Collection<FlowLine> lines,
      Worker worker,
      Hints hints,
      Refusals refusals,
      Sightings sightings) {
    this.database = database;
    this.ledger = ledger;
    this.payloads = payloads;
    this.audit = audit;
    this.links = Map.copyOf(links);
    this.lines = List.copyOf(lines);
    this.worker = worker;
    this.hints = hints;
    this.refusals = refusals;
    this.sightings = sightings;
  }

  public void open() {
    acceptors.forEach(Thread::start);
  }

  /**
   * Takes in one pushed request and waits until it is durable.
   *
   * @return the reply, or 404 for an unknown connection, 503 if it could not be stored
   */
  public Received.Reply receive(String connection, RawRequest request) {
    try {
      return submit(connection, request).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return Received.Reply.of(503);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Received.Reply.of(503);
    }
  }

  /**
   * Takes in one pushed request.
   *
   * @return the reply once it is durable; fails if it could not be stored
   */
  public CompletableFuture<Received.Reply> submit(String connection, RawRequest request) {
    // Who asks for a door that is not there may do so without end, and leaves nothing.
    return inbox(connection).isEmpty()
        ? CompletableFuture.completedFuture(Received.Reply.of(404))
        : take(connection, request).thenApply(Received::reply);
  }

  private Optional<Inbox> inbox(String connection) {
    Link link = links.get(connection);
    return link == null ? Optional.empty() : link.connector().inbox();
  }

  /**
   * Takes in what was pushed, on whatever way it came.
   *
   * @return what its inbox made of it once that is durable; fails if it could not be stored
   */
  public CompletableFuture<Received> take(String connection, RawRequest request) {
    Optional<Inbox> inbox = inbox(connection);
    if (inbox.isEmpty()) {
      return refuse(connection, 404, "nothing can be pushed to this connection");
    }
    Received received = inbox.get().receive(request);
    CompletableFuture<Void> due =
        received.notices().isEmpty() && received.hints().isEmpty()
            ? CompletableFuture.completedFuture(null)
            : changed(connection, received.hints());
    return received.notices().isEmpty() && received.rejection() == null
        ? due.thenApply(done -> received)
        : stored(connection, request.body(), received).thenCombine(due, (kept, done) -> kept);
  }

  /**
   * A system announced that documents of these types changed.
   *
   * @return done once the flows that read them are to ask soon, whatever becomes of this process
   */
  public CompletableFuture<Void> changed(String connection, Set<EntityType> types) {
    sightings.heard(connection);
    return hints.poll(hinted(connection, types));
  }

  /**
   * Puts on record that something for a door was refused before its inbox saw it.
   *
   * @param status as a request would be answered
   * @param reason names nothing of what was sent
   * @return the refusal once that is durable; fails if it could not be stored
   */
  public CompletableFuture<Received> refuse(String connection, int status, String reason) {
    return stored(connection, new byte[0], Received.rejected(status, reason));
  }

  private CompletableFuture<Received> stored(String connection, byte[] body, Received received) {
    String rejection = received.rejection();
    if (rejection != null) {
      refusals.refused(connection, rejection);
    }
    try {
      Arrival arrival =
          new Arrival(connection, sealed(received, body), received, new CompletableFuture<>());
      waiting.add(arrival);
      if (waiting.size() >= MANY) {
        crowded.release();
      }
      return arrival.stored();
    } catch (RuntimeException e) {
      LOG.warn("what arrived could not be sealed and was answered 503", e);
      return CompletableFuture.failedFuture(e);
    }
  }

  /** On the request's own thread, so that the one that stores has only to store. */
  private @Nullable Sealed sealed(Received received, byte[] body) {
    return received.rejection() == null
        ? payloads.seal(new Plain(PayloadClass.DOOR, null, body))
        : null;
  }

  private void acceptAll() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        accept(waiting.take());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void help() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        crowded.acquire();
        crowded.drainPermits();
        if (waiting.size() >= MANY) {
          accept();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /**
   * Stores what waits, in one commit.
   *
   * @return requests stored or refused
   */
  public int accept() {
    Arrival first = waiting.poll();
    return first == null ? 0 : accept(first);
  }

  private int accept(Arrival first) {
    List<Arrival> batch = new ArrayList<>(List.of(first));
    waiting.drainTo(batch, SHARED - 1);
    store(List.copyOf(batch));
    return batch.size();
  }

  private void store(List<Arrival> batch) {
    try (Worker.Admission admission = worker.admit(batch.size())) {
      store(admission, batch);
    }
  }

  private void store(Worker.Admission admission, List<Arrival> batch) {
    try {
      IdentityHashMap<Append, AtHand> pushed = new IdentityHashMap<>();
      List<Added> added =
          Transactions.retrying(
              database, connection -> store(connection, batch, admission.taking(), pushed));
      batch.forEach(a -> a.stored().complete(a.received()));
      admission.begin(taken(added, pushed), added.stream().anyMatch(a -> a.taken() == null));
    } catch (RuntimeException e) {
      admission.failed();
      LOG.warn("what arrived could not be stored and was answered 503", e);
      batch.forEach(a -> a.stored().completeExceptionally(e));
    }
  }

  /** The lanes that began with what was added and are this process's own. */
  private static List<Claimed> taken(List<Added> added, IdentityHashMap<Append, AtHand> pushed) {
    Map<Long, List<Added>> lanes = new LinkedHashMap<>();
    added.stream()
        .filter(a -> a.taken() != null)
        .forEach(a -> lanes.computeIfAbsent(a.message().lane(), id -> new ArrayList<>()).add(a));
    return lanes.values().stream()
        .map(
            lane ->
                Claimed.of(
                    Objects.requireNonNull(lane.getFirst().taken()),
                    lane.stream().map(Added::message).toList(),
                    atHand(lane, pushed)))
        .toList();
  }

  /** Of several pushes of one document nobody knows which is the newest. */
  private static AtHand atHand(List<Added> lane, IdentityHashMap<Append, AtHand> pushed) {
    return lane.size() == 1
        ? pushed.getOrDefault(lane.getFirst().append(), AtHand.NOTHING)
        : AtHand.NOTHING;
  }

  private List<Added> store(
      Connection connection,
      List<Arrival> batch,
      Taking taking,
      IdentityHashMap<Append, AtHand> pushed)
      throws SQLException {
    List<Arrival> believed = batch.stream().filter(a -> a.body() != null).toList();
    List<Long> bodies =
        payloads.storeAll(
            connection, believed.stream().map(Arrival::body).filter(Objects::nonNull).toList());
    List<Append> appends = new ArrayList<>();
    for (int i = 0; i < believed.size(); i++) {
      Arrival arrival = believed.get(i);
      for (Notice notice : arrival.received().notices()) {
        List<Append> asked = appends(arrival.connection(), notice, bodies.get(i));
        appends.addAll(asked);
        Document whole = notice.document();
        if (whole != null) {
          asked.forEach(append -> pushed.put(append, new AtHand.Pushed(whole)));
        }
      }
    }
    audit.append(
        connection,
        batch.stream()
            .filter(a -> a.received().rejection() != null)
            .map(a -> AuditRow.of("door.refused", "connection:" + a.connection(), reason(a)))
            .toList());
    List<Added> added = ledger.add(connection, appends, taking);
    forgetRepeats(connection, bodies, added);
    return added;
  }

  /** What came before, or what nobody takes, leaves nothing: it may come without end. */
  private static void forgetRepeats(Connection connection, List<Long> bodies, List<Added> added)
      throws SQLException {
    Set<Long> unused = new HashSet<>(bodies);
    added.forEach(a -> unused.remove(a.message().payload()));
    if (!unused.isEmpty()) {
      PayloadStore.takeBack(connection, unused);
    }
  }

  private static String reason(Arrival arrival) {
    @Nullable String rejection = arrival.received().rejection();
    return rejection == null ? "" : rejection;
  }

  /** One message per enabled flow that takes such documents from that connection. */
  private List<Append> appends(String connection, Notice notice, long body) {
    return lines.stream()
        .map(FlowLine::config)
        .filter(f -> takes(f, connection, notice.type()))
        .map(
            f ->
                Append.notice(
                    LaneKey.of(f, connection, notice.id()),
                    f.name(),
                    LaneKey.priority(f),
                    notice.event(),
                    connection,
                    notice.id(),
                    notice.dedupeKey(),
                    body))
        .toList();
  }

  /** Names of the flows that read such documents from that connection. */
  private List<String> hinted(String connection, Set<EntityType> types) {
    return lines.stream()
        .filter(line -> types.stream().anyMatch(type -> takes(line.config(), connection, type)))
        .map(FlowLine::name)
        .toList();
  }

  private static boolean takes(FlowConfig flow, String connection, EntityType type) {
    return flow.kind().isPolled()
        && flow.from().connection().equals(connection)
        && flow.from().entity() == type;
  }

  @Override
  public void close() {
    acceptors.forEach(Thread::interrupt);
  }
}

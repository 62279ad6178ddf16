package dev.kontor.app.web;

import dev.kontor.engine.Hub;
import dev.kontor.engine.desk.Changes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Looks once a second where the ledger stands, while any page is open, and tells all pages what has
 * changed. However many there are, it is one look; a page that does not take what it is sent holds
 * up no other.
 */
final class LiveEvents implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** A page asks anew then, and must still be signed in. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final String OPEN = "open";
  private static final String ALIVE = "alive";

  /**
   * One open page.
   *
   * @param due what it is still to be told
   */
  private record Page(SseEmitter emitter, Set<String> due, AtomicBoolean isBusy) {

    static Page opened() {
      return new Page(
          new SseEmitter(LONGEST.toMillis()), ConcurrentHashMap.newKeySet(), new AtomicBoolean());
    }

    /** What a slow page is told again before it took it, it is told once. */
    void tell(Set<String> what) {
      due.addAll(what);
      if (isBusy.compareAndSet(false, true)) {
        Thread.ofVirtual().start(this::send);
      }
    }

    private void send() {
      try {
        for (String what = next(); what != null; what = next()) {
          emitter.send(event(what));
        }
      } catch (IOException | IllegalStateException gone) {
        emitter.complete();
      } finally {
        isBusy.set(false);
      }
    }

    private @Nullable String next() {
      for (String what : List.copyOf(due)) {
        if (due.remove(what)) {
          return what;
        }
      }
      return null;
    }

    private static SseEmitter.SseEventBuilder event(String what) {
      return what.equals(OPEN) || what.equals(ALIVE)
          ? SseEmitter.event().comment(what)
          : SseEmitter.event()
              .name("changed")
              .data(Map.of("what", what), MediaType.APPLICATION_JSON);
    }
  }

  private final HubGate gate;
  private final Set<Page> pages = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("live-events").daemon().factory());
  private Optional<Changes> last = Optional.empty();
  private long beaten = System.nanoTime();
  private volatile boolean running;

  LiveEvents(HubGate gate) {
    this.gate = gate;
  }

  /** A stream that is told from now on. */
  SseEmitter open() {
    Page page = Page.opened();
    page.emitter().onCompletion(() -> pages.remove(page));
    page.emitter().onTimeout(() -> pages.remove(page));
    page.emitter().onError(failure -> pages.remove(page));
    pages.add(page);
    try {
      looking.execute(() -> begin(page));
    } catch (RejectedExecutionException stopped) {
      page.emitter().complete();
    }
    return page.emitter();
  }

  /** From what is told to be open, nothing is missed. */
  private void begin(Page page) {
    look();
    page.tell(Set.of(OPEN));
  }

  private void look() {
    if (pages.isEmpty()) {
      last = Optional.empty();
      return;
    }
    try {
      gate.hub().ifPresentOrElse(this::look, this::rest);
    } catch (RuntimeException e) {
      LOG.debug("what changed could not be read, tried again: {}", e.getMessage());
    }
  }

  private void look(Hub hub) {
    Changes now = hub.view().changes();
    Set<String> changed = last.map(now::since).orElse(Set.of());
    last = Optional.of(now);
    Set<String> told = new TreeSet<>(changed);
    if (System.nanoTime() - beaten >= HEARTBEAT.toNanos()) {
      beaten = System.nanoTime();
      told.add(ALIVE);
    }
    if (!told.isEmpty()) {
      pages.forEach(page -> page.tell(told));
    }
  }

  /** While one hub takes the other's place, pages stay. */
  private void rest() {
    if (!gate.isChanging()) {
      end();
    }
  }

  private void end() {
    pages.forEach(page -> page.emitter().complete());
  }

  @Override
  public void start() {
    running = true;
    var _ =
        looking.scheduleWithFixedDelay(
            this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Before the server, which would wait for requests that are not answered yet. */
  @Override
  public void stop() {
    running = false;
    looking.shutdownNow();
    end();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

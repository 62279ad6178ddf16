package dev.kontor.app.command;

import dev.kontor.engine.load.Progress;
import dev.kontor.engine.observe.CallCount;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says how far an initial load has come and how long it will take. */
final class LoadStory {

  private static final Duration EVERY = Duration.ofSeconds(5);

  private final String flow;
  private final CallCount calls;
  private final PrintWriter out;
  private final InstantSource clock;
  private Instant told = Instant.EPOCH;
  private Instant began;
  private long doneAtFirst = -1;
  private boolean missed;

  /**
   * @param calls that this process makes
   * @param clock for the rate and how often it speaks
   */
  LoadStory(String flow, CallCount calls, PrintWriter out, InstantSource clock) {
    this.flow = flow;
    this.calls = calls;
    this.out = out;
    this.clock = clock;
    this.began = clock.instant();
  }

  /** While keys are read. */
  void fed(Progress progress) {
    tell(progress, true);
  }

  /**
   * At most every few seconds.
   *
   * @param served whether a hub does the work
   */
  void tell(Progress progress, boolean served) {
    Instant now = clock.instant();
    if (doneAtFirst < 0) {
      doneAtFirst = progress.done();
      began = now;
    }
    if (!served && !missed) {
      say("  no hub is running: start ./kontor serve; this command goes on watching");
    }
    missed = !served;
    if (Duration.between(told, now).compareTo(EVERY) >= 0) {
      told = now;
      say(line(progress) + left(progress, Duration.between(began, now)));
    }
  }

  private String line(Progress progress) {
    return "  %d keys%s, %d done, %d in work, %d waiting, %d dead, %d calls to read keys"
        .formatted(
            progress.keys(),
            progress.isFed() ? "" : " so far",
            progress.done(),
            progress.open(),
            progress.waiting(),
            progress.dead(),
            calls.total());
  }

  /** By what was done since this process looks. */
  private String left(Progress progress, Duration passed) {
    long done = progress.done() - doneAtFirst;
    if (done <= 0 || !progress.isFed()) {
      return "";
    }
    long seconds = Math.ceilDiv(progress.open() * passed.toSeconds(), done);
    return seconds < 120
        ? ", about " + seconds + " s left"
        : ", about " + seconds / 60 + " min left";
  }

  void end(Progress progress) {
    say(
        "load=%s keys=%d written=%d unchanged=%d waiting=%d dead=%d"
            .formatted(
                flow,
                progress.keys(),
                progress.written(),
                progress.unchanged(),
                progress.waiting(),
                progress.dead()));
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}

package dev.kontor.proof.crash;

import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the ERP sees of all hubs together, beside what they may ask of it. */
final class ErpTraffic implements Traffic {

  private static final long WINDOW = Duration.ofMinutes(5).toNanos();
  private static final int PER_MILLE = 1000;

  private final int mostAtOnce;
  private final long mostPerWindow;
  private final List<Long> arrivals = new ArrayList<>();
  private int inFlight;
  private int peak;

  /**
   * @param mostAtOnce calls
   * @param mostPerWindow calls in any five minutes
   */
  ErpTraffic(int mostAtOnce, long mostPerWindow) {
    this.mostAtOnce = mostAtOnce;
    this.mostPerWindow = mostPerWindow;
  }

  @Override
  public synchronized void came(Call call) {
    arrivals.add(System.nanoTime());
    inFlight++;
    peak = Math.max(peak, inFlight);
  }

  @Override
  public synchronized void gone(Call call) {
    inFlight--;
  }

  /** Most calls that were in flight at any time. */
  synchronized int peak() {
    return peak;
  }

  /**
   * The most that was used of what may be asked in a time however long, in thousandths: a fifth of
   * the five minutes' requests may come at once, the rest comes back evenly (decision 6).
   */
  synchronized long usedPerMille() {
    long most = 0;
    for (int from = 0; from < arrivals.size(); from++) {
      for (int to = from; to < arrivals.size(); to++) {
        long nanos = arrivals.get(to) - arrivals.get(from);
        if (nanos > WINDOW) {
          break;
        }
        long burst = mostPerWindow / 5;
        long back = (mostPerWindow - burst) * (nanos / PER_MILLE) / (WINDOW / PER_MILLE);
        most = Math.max(most, PER_MILLE * (to - from + 1L) / (burst + back + kept()));
      }
    }
    return most;
  }

  /** What comes back in the two seconds for which a process may keep it, and what is on its way. */
  private long kept() {
    return mostAtOnce + mostPerWindow * 4 / 5 * 2 / 300;
  }

  /** Most calls in any five minutes. */
  synchronized int busiestWindow() {
    int most = 0;
    int from = 0;
    for (int to = 0; to < arrivals.size(); to++) {
      while (arrivals.get(to) - arrivals.get(from) > WINDOW) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  @Override
  public String toString() {
    return "erp-calls=%d at-once=%d/%d in-five-minutes=%d/%d budget-used=%d‰"
        .formatted(
            arrivals.size(), peak(), mostAtOnce, busiestWindow(), mostPerWindow, usedPerMille());
  }
}

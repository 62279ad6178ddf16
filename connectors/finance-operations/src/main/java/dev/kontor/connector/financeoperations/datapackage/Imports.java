package dev.kontor.connector.financeoperations.datapackage;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Toolbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Imports one package after the other: {@code ImportFromPackage} must not be called while another
 * import runs (finance-operations/contract.md §5). Who comes meanwhile is told to come later,
 * before anything was begun.
 */
public final class Imports {

  /** Half a minute in all: with the calls between them within one call's time. */
  private static final List<Duration> PAUSES =
      Stream.of(1, 2, 4, 8, 15).map(Duration::ofSeconds).toList();

  private final DataPackages packages;
  private final Toolbox toolbox;
  private final ReentrantLock one = new ReentrantLock();

  private final Places places = new Places();

  /** Begun here, and not seen to be over. */
  private volatile @Nullable String running;

  public Imports(DataPackages packages, Toolbox toolbox) {
    this.packages = packages;
    this.toolbox = toolbox;
  }

  /**
   * Where an execution stands.
   *
   * @throws FaultException if the service does not say; {@link Fault.OutcomeUnknown} of one that
   *     was begun here
   */
  public ExecutionStatus status(String execution) {
    try {
      return packages.status(execution);
    } catch (FaultException e) {
      throw execution.equals(running) ? unknown(execution, e.fault()) : e;
    }
  }

  /** As {@link DataPackages#errors}. */
  public String errors(String execution) {
    return packages.errors(execution);
  }

  /**
   * Imports an order and waits a while for the end.
   *
   * @return where it stands then; what is not over goes on
   * @throws FaultException why it was not begun, {@link Fault.Throttled} while another one runs;
   *     {@link Fault.OutcomeUnknown} if it may run
   */
  public ExecutionStatus bring(String execution, CompositeOrder order) {
    if (!one.tryLock()) {
      throw places.later();
    }
    try {
      String before = running;
      if (before != null && packages.status(before).isRunning()) {
        throw places.later();
      }
      begin(execution, order);
      return awaited(execution);
    } finally {
      one.unlock();
    }
  }

  private void begin(String execution, CompositeOrder order) {
    running = execution;
    try {
      packages.begin(execution, order);
    } catch (FaultException e) {
      running = e.fault() instanceof Fault.OutcomeUnknown ? execution : null;
      throw e.fault() instanceof Fault.Throttled throttled && throttled.retryAfter() == null
          ? places.later()
          : e;
    }
    places.begin();
  }

  private ExecutionStatus awaited(String execution) {
    ExecutionStatus status = ExecutionStatus.EXECUTING;
    try {
      for (Duration pause : PAUSES) {
        toolbox.pause(pause);
        status = packages.status(execution);
        if (status.isOver()) {
          running = null;
          return status;
        }
      }
      return status;
    } catch (FaultException e) {
      throw unknown(execution, e.fault());
    }
  }

  private static FaultException unknown(String execution, Fault fault) {
    return new FaultException(
        new Fault.OutcomeUnknown(
            "import " + execution + " was begun, and its end is not known: " + fault.message()));
  }
}

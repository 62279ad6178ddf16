package dev.kontor.engine.delivery;

import dev.kontor.engine.budget.CallClass;
import dev.kontor.engine.observe.Watch;
import java.util.List;
import java.util.function.Supplier;

/** Gives calls made on other threads the class and the trace of the work that makes them. */
public record WatchedCalls(Calls calls, Watch watch) implements Calls {

  @Override
  public int atOnce(int allowed) {
    return calls.atOnce(allowed);
  }

  @Override
  public <T> List<T> make(List<Supplier<T>> parts) {
    CallClass of = CallClass.current();
    return calls.make(parts.stream().map(part -> watch.elsewhere(marked(of, part))).toList());
  }

  private static <T> Supplier<T> marked(CallClass of, Supplier<T> part) {
    return () -> ScopedValue.where(CallClass.CURRENT, of).call(part::get);
  }
}

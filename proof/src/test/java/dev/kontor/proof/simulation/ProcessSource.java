package dev.kontor.proof.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database as one process reaches it. Before each transaction and on both sides of each commit
 * the process may die or be overtaken; never inside, where it would hold locks.
 */
final class ProcessSource extends SourceBefore {

  private static final StackWalker FRAMES = StackWalker.getInstance();
  private static final String COUNTING = "dev.kontor.engine.budget.RequestBudget";

  private final HubProcess process;
  private final Runnable tick;

  /**
   * @param tick at the beginning of each transaction moves the clock the database goes by
   */
  ProcessSource(DataSource pool, HubProcess process, Runnable tick) {
    super(pool);
    this.process = process;
    this.tick = tick;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (holdsLock()) {
      process.lockedMoment("before a transaction");
    } else {
      process.moment("before a transaction");
    }
    process.mustLive();
    Connection inner = pool.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new Transaction(inner)::invoke);
  }

  /** Requests are counted under a lock of the process, where the others cannot have a turn. */
  private static boolean holdsLock() {
    return FRAMES.walk(frames -> frames.anyMatch(f -> f.getClassName().equals(COUNTING)));
  }

  /** One transaction on its way; what it is for shows in what it writes. */
  private final class Transaction {
    private final Connection inner;
    private String what = "";

    Transaction(Connection inner) {
      this.inner = inner;
    }

    @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      boolean commit = method.getName().equals("commit");
      if (commit) {
        process.lockedMoment("before commit" + what);
      }
      if (arguments != null && String.valueOf(arguments[0]).contains("insert into intent")) {
        what = " of intent";
      }
      Object result = forwarded(method, arguments);
      if (commit) {
        process.lockedMoment("after commit" + what);
      }
      if (method.getName().equals("setAutoCommit") && !inner.getAutoCommit()) {
        tick.run();
      }
      return result;
    }

    private @Nullable Object forwarded(Method method, Object @Nullable [] arguments)
        throws Throwable {
      try {
        return method.invoke(inner, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}

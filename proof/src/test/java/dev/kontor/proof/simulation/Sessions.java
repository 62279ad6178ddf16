package dev.kontor.proof.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of the engine's own making, handed out again and again, the one last used first: of many
 * tasks only one runs at a time, and each further session would plan every statement anew.
 */
final class Sessions extends SourceBefore {

  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

  Sessions(DataSource pool) {
    super(pool);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection last = idle.pollFirst();
    Lent lent = new Lent(last == null ? opened() : last);
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, lent::invoke);
  }

  private Connection opened() throws SQLException {
    Connection session = pool.getConnection().unwrap(Connection.class);
    SimulationStore.steady(session);
    return session;
  }

  /** A session until it is closed, which some do twice. */
  private final class Lent {
    private final Connection session;
    private final AtomicBoolean back = new AtomicBoolean();

    Lent(Connection session) {
      this.session = session;
    }

    @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (method.getName().equals("close")) {
        giveBack();
        return null;
      }
      try {
        return method.invoke(session, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private void giveBack() throws SQLException {
      if (back.compareAndSet(false, true)) {
        if (!session.getAutoCommit()) {
          session.rollback();
          session.setAutoCommit(true);
        }
        idle.addFirst(session);
      }
    }
  }
}

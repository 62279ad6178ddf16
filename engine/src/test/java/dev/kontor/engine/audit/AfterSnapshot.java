package dev.kontor.engine.audit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Lets something happen once right after a snapshot was taken: when the first statement of a
 * repeatable-read transaction is closed.
 */
final class AfterSnapshot {
  private final Runnable event;
  private final AtomicBoolean snapshot = new AtomicBoolean();
  private final AtomicBoolean happened = new AtomicBoolean();

  private AfterSnapshot(Runnable event) {
    this.event = event;
  }

  static DataSource of(DataSource source, Runnable event) {
    AfterSnapshot after = new AfterSnapshot(event);
    return proxy(
        DataSource.class,
        (self, method, args) ->
            method.getName().equals("getConnection")
                ? after.connection(source.getConnection())
                : method.invoke(source, args));
  }

  private Connection connection(Connection connection) {
    return proxy(
        Connection.class,
        (self, method, args) -> {
          if (method.getName().equals("setTransactionIsolation")) {
            snapshot.set((int) args[0] == Connection.TRANSACTION_REPEATABLE_READ);
          }
          Object result = call(connection, method, args);
          return result instanceof PreparedStatement statement && snapshot.get()
              ? statement(statement)
              : result;
        });
  }

  private PreparedStatement statement(PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (self, method, args) -> {
          Object result = call(statement, method, args);
          if (method.getName().equals("close") && happened.compareAndSet(false, true)) {
            event.run();
          }
          return result;
        });
  }

  private static Object call(Object target, java.lang.reflect.Method method, Object[] args)
      throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}

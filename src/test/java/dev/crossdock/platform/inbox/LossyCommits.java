package dev.crossdock.platform.inbox;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A way to the database on which a commit is made and its answer, with the connection, is lost. */
final class LossyCommits {

  /** connection_failure. */
  private static final String LOST = "08006";

  private final DataSource source;
  private final AtomicBoolean next = new AtomicBoolean();

  LossyCommits(DataSource source) {
    this.source = source;
  }

  /** The next commit is the one. */
  void loseNext() {
    next.set(true);
  }

  DataSource source() {
    return proxy(
        DataSource.class,
        (_, method, arguments) -> {
          Object answer = method.invoke(source, arguments);
          return answer instanceof Connection connection ? lossy(connection) : answer;
        });
  }

  private Connection lossy(Connection connection) {
    return proxy(
        Connection.class,
        (_, method, arguments) -> {
          Object answer = method.invoke(connection, arguments);
          if (method.getName().equals("commit") && next.getAndSet(false)) {
            connection.close();
            throw new SQLException("the answer was lost", LOST);
          }
          return answer;
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler calls) {
    InvocationHandler unwrapped =
        (self, method, arguments) -> {
          try {
            return calls.invoke(self, method, arguments);
          } catch (InvocationTargetException e) {
            throw e.getTargetException();
          }
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, unwrapped));
  }
}

package dev.crossdock.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A way to the database on which the answer to a commit is lost, and the connection with it. */
public final class LossyCommits {

  /** connection_failure. */
  private static final String LOST = "08006";

  private final DataSource source;
  private final AtomicBoolean answerLost = new AtomicBoolean();
  private final AtomicBoolean allLost = new AtomicBoolean();

  public LossyCommits(DataSource source) {
    this.source = source;
  }

  /** The next commit is made, and nobody is told. */
  public void loseNext() {
    answerLost.set(true);
  }

  /** The next commit is not made, and nobody is told either. */
  public void breakNext() {
    allLost.set(true);
  }

  public DataSource source() {
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
          boolean commits = method.getName().equals("commit");
          if (commits && allLost.getAndSet(false)) {
            throw lost(connection);
          }
          Object answer = method.invoke(connection, arguments);
          if (commits && answerLost.getAndSet(false)) {
            throw lost(connection);
          }
          return answer;
        });
  }

  /** Closed, a connection rolls back what it has not committed. */
  private static SQLException lost(Connection connection) throws SQLException {
    connection.close();
    return new SQLException("the answer was lost", LOST);
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

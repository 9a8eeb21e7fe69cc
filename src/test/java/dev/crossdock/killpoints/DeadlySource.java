package dev.crossdock.killpoints;

import com.zaxxer.hikari.HikariDataSource;
import dev.crossdock.killpoints.KillPoint.Side;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** A way to the database on which this process dies at a point: the product needs no hook to be killed. */
final class DeadlySource {

  /** As a process ends that was killed with {@code kill -9}. */
  static final int KILLED = 137;

  private static final int CONNECTIONS_MAX = 6;

  private final Predicate<String> point;
  private final Side side;

  private DeadlySource(Predicate<String> point, Side side) {
    this.point = point;
    this.side = side;
  }

  /**
   * A way to the database that a process was started with.
   *
   * @param arguments the database's address, its user and password first
   * @param point whether a statement makes the step at which the process dies
   */
  static DataSource of(String[] arguments, Predicate<String> point, Side side) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(arguments[0]);
    pool.setUsername(arguments[1]);
    pool.setPassword(arguments[2]);
    pool.setMaximumPoolSize(CONNECTIONS_MAX);
    return new DeadlySource(point, side).source(pool);
  }

  private DataSource source(DataSource source) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          Object answer = call(source, method, arguments);
          return answer instanceof Connection connection ? connection(connection) : answer;
        });
  }

  private Connection connection(Connection connection) {
    boolean[] made = new boolean[1];
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          Object answer = call(connection, method, arguments);
          if (method.getName().equals("commit") && made[0] && side == Side.AFTER) {
            Runtime.getRuntime().halt(KILLED);
          }
          if (answer instanceof PreparedStatement statement
              && method.getName().equals("prepareStatement")
              && point.test(String.valueOf(arguments[0]))) {
            return statement(PreparedStatement.class, statement, _ -> true, made);
          }
          if (answer instanceof PGConnection postgres && method.getName().equals("unwrap")) {
            return copying(postgres, connection.unwrap(BaseConnection.class), made);
          }
          if (answer instanceof Statement statement && method.getName().equals("createStatement")) {
            return statement(Statement.class, statement, point, made);
          }
          return answer;
        });
  }

  /** Rows that are copied in are there when the copy has ended. */
  private PGConnection copying(PGConnection postgres, BaseConnection base, boolean[] made) throws SQLException {
    CopyManager copies =
        new CopyManager(base) {
          @Override
          public CopyIn copyIn(String sql) throws SQLException {
            CopyIn copy = super.copyIn(sql);
            return point.test(sql) ? step(CopyIn.class, copy, "endCopy", _ -> true, made) : copy;
          }
        };
    return proxy(
        PGConnection.class,
        (proxy, method, arguments) ->
            method.getName().equals("getCopyAPI") ? copies : call(postgres, method, arguments));
  }

  /** A statement that is the step itself, or runs others of which one may be. */
  private <T extends Statement> T statement(Class<T> type, T statement, Predicate<String> isStep, boolean[] made) {
    return step(type, statement, "execute", isStep, made);
  }

  private <T> T step(Class<T> type, T target, String name, Predicate<String> isStep, boolean[] made) {
    return proxy(
        type,
        (proxy, method, arguments) -> {
          Object answer = call(target, method, arguments);
          String sql = arguments == null ? "" : String.valueOf(arguments[0]);
          if (method.getName().startsWith(name) && isStep.test(sql)) {
            made[0] = true;
            if (side == Side.BEFORE) {
              Runtime.getRuntime().halt(KILLED);
            }
          }
          return answer;
        });
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}

package dev.crossdock.killpoints;

import dev.crossdock.killpoints.KillPoint.Side;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A way to the database on which this process dies at a point: the product needs no hook to be killed. */
final class DeadlySource {

  /** As a process ends that was killed with {@code kill -9}. */
  static final int KILLED = 137;

  private final KillPoint point;
  private final Side side;

  private DeadlySource(KillPoint point, Side side) {
    this.point = point;
    this.side = side;
  }

  static DataSource over(DataSource source, KillPoint point, Side side) {
    return new DeadlySource(point, side).source(source);
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
              && point.isMadeBy(String.valueOf(arguments[0]))) {
            return statement(statement, made);
          }
          return answer;
        });
  }

  private PreparedStatement statement(PreparedStatement statement, boolean[] made) {
    return proxy(
        PreparedStatement.class,
        (proxy, method, arguments) -> {
          Object answer = call(statement, method, arguments);
          if (method.getName().startsWith("execute")) {
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

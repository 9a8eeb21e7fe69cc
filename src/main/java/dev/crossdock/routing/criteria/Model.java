package dev.crossdock.routing.criteria;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One criterion's record taken apart: what it is called, what it takes, how one is made. */
final class Model {

  private final Kind kind;
  private final Class<? extends Criterion> type;
  private final List<Slot> slots;
  private final Constructor<? extends Criterion> maker;

  /** @throws IllegalArgumentException where it is no criterion as criteria are written here; a test finds those */
  Model(Class<? extends Criterion> type) {
    this.type = type;
    Kind told = type.getAnnotation(Kind.class);
    if (told == null || !type.isRecord()) {
      throw new IllegalArgumentException(type.getName() + " must be a record with a @Kind");
    }
    kind = told;
    RecordComponent[] components = Objects.requireNonNull(type.getRecordComponents());
    slots = Arrays.stream(components).map(Slot::of).toList();
    try {
      maker = type.getDeclaredConstructor(
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type.getName() + " has no constructor for its components", e);
    }
    maker.setAccessible(true);
  }

  Class<? extends Criterion> type() {
    return type;
  }

  Kind kind() {
    return kind;
  }

  List<Slot> slots() {
    return slots;
  }

  List<String> names() {
    return slots.stream().map(slot -> slot.field().name()).toList();
  }

  /** Reads the parameters; null where something is wrong, and then at least one fault was told. */
  @Nullable Criterion read(JsonNode node, String path, List<Fault> faults) {
    int before = faults.size();
    List<@Nullable Object> values = new ArrayList<>();
    for (Slot slot : slots) {
      JsonNode given = node.get(slot.field().name());
      JsonNode value = given == null ? slot.field().begin() : given;
      if (value == null) {
        faults.add(new Fault(path + "/" + slot.field().name(), "is missing"));
      } else {
        values.add(new ValueReader(slot, faults).read(value, path + "/" + slot.field().name()));
      }
    }
    return faults.size() > before ? null : make(values, path, faults);
  }

  /** A record may refuse what its components are together; what it says then is the rule. */
  private @Nullable Criterion make(List<@Nullable Object> values, String path, List<Fault> faults) {
    try {
      return maker.newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        faults.add(new Fault(path, String.valueOf(refusal.getMessage())));
        return null;
      }
      throw new IllegalStateException(type.getName() + " can't be made", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " can't be made", e);
    }
  }

  /** What a criterion has in a slot. */
  static Object value(Slot slot, Criterion criterion) {
    try {
      return Objects.requireNonNull(slot.component().getAccessor().invoke(criterion));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(slot.component() + " can't be read", e);
    }
  }
}

package dev.crossdock.routing.criteria;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A parameter and the component of the record that holds it.
 *
 * @param element what a set or a list consists of; else the type itself
 */
record Slot(Field field, RecordComponent component, Class<?> element) {

  /** @throws IllegalArgumentException where the component is none that a parameter may be */
  static Slot of(RecordComponent component) {
    Parameter told = component.getAnnotation(Parameter.class);
    if (told == null) {
      throw new IllegalArgumentException(
          component.getDeclaringRecord().getSimpleName() + "." + component.getName() + " has no @Parameter");
    }
    component.getAccessor().setAccessible(true);
    Class<?> element = Shape.element(component.getGenericType());
    Field field =
        new Field(
            component.getName(),
            told.title(),
            told.help(),
            Shape.of(component.getGenericType()),
            told.unit(),
            told.min(),
            told.max(),
            begin(told.begin()),
            choices(element),
            told.names());
    return new Slot(field, component, element);
  }

  private static @Nullable JsonNode begin(String json) {
    return json.isEmpty() ? null : JsonMapper.shared().readTree(json);
  }

  private static List<String> choices(Class<?> element) {
    Object[] constants = element.getEnumConstants();
    return constants == null ? List.of() : Arrays.stream(constants).map(Slot::word).toList();
  }

  /** How JSON spells a constant. */
  static String word(Object constant) {
    return ((Enum<?>) constant).name();
  }
}

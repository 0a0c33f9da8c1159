package io.dunning.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.Serializers;

/**
 * The JSON forms of the values of the library, for a Jackson 3 mapper of your own: {@code
 * JsonMapper.builder().addModule(new DunningModule()).build()}. {@link DunningJson#mapper} is a
 * mapper that has it, and limits for input that you do not trust.
 *
 * <p>A form depends on the type only: settings of the mapper about dates, nulls, enums or unknown
 * properties do not change it. Your own types can hold values of the library; currencies,
 * percentages and constants can also be keys of maps. A value of the library without a form, such
 * as a policy, is refused with an {@link tools.jackson.databind.exc.InvalidDefinitionException}.
 */
public final class DunningModule extends JacksonModule {

  /** The module. */
  public DunningModule() {}

  @Override
  public String getModuleName() {
    return "dunning";
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public Object getRegistrationId() {
    return DunningModule.class;
  }

  @Override
  public void setupModule(SetupContext context) {
    context.addSerializers(new Writers());
    context.addDeserializers(new Readers());
    context.addKeySerializers(new KeyWriters());
    context.addKeyDeserializers(new KeyReaders());
  }

  @SuppressWarnings("unchecked")
  private static Form<Object> form(Class<?> type) {
    return (Form<Object>) Forms.ALL.find(type).orElse(null);
  }

  private static final class Writers implements Serializers {
    @Override
    public ValueSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        JsonFormat.Value format) {
      Form<Object> form = form(type.getRawClass());
      if (form != null) {
        return new Writer(form);
      }
      return Formless.is(type.getRawClass()) ? new Formless.Writer(type) : null;
    }

    @Override
    public ValueSerializer<?> findEnumSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        JsonFormat.Value format) {
      return findSerializer(config, type, description, format);
    }
  }

  private static final class Writer extends ValueSerializer<Object> {
    private final Form<Object> form;

    Writer(Form<Object> form) {
      this.form = form;
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      form.write(value, out);
    }

    /** As without a type: a form says itself what it is where that is needed. */
    @Override
    public void serializeWithType(
        Object value, JsonGenerator out, SerializationContext context, TypeSerializer types) {
      form.write(value, out);
    }
  }

  private static final class Readers extends Deserializers.Base {
    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return form(type) != null || Formless.is(type);
    }

    @Override
    public ValueDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
      Form<Object> form = form(type.getRawClass());
      if (form != null) {
        return new Reader(form);
      }
      return Formless.is(type.getRawClass()) ? new Formless.Reader(type) : null;
    }

    @Override
    public ValueDeserializer<?> findEnumDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
      return findBeanDeserializer(type, config, description);
    }
  }

  private static final class Reader extends ValueDeserializer<Object> {
    private final Form<Object> form;

    Reader(Form<Object> form) {
      this.form = form;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
      return form.read(Json.read(parser));
    }

    @Override
    public Object deserializeWithType(
        JsonParser parser, DeserializationContext context, TypeDeserializer types) {
      return deserialize(parser, context);
    }

    /** A value of the library is never null. */
    @Override
    public Object getNullValue(DeserializationContext context) {
      return form.read(Json.read(context.getParser()));
    }
  }

  private static final class KeyWriters implements Serializers {
    @Override
    public ValueSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        JsonFormat.Value format) {
      Form<Object> form = form(type.getRawClass());
      return form != null && ManyForms.isKey(form) ? new KeyWriter(form) : null;
    }

    @Override
    public ValueSerializer<?> findEnumSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        JsonFormat.Value format) {
      return findSerializer(config, type, description, format);
    }
  }

  private static final class KeyWriter extends ValueSerializer<Object> {
    private final Form<Object> form;

    KeyWriter(Form<Object> form) {
      this.form = form;
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      out.writeName(ManyForms.name(form, value));
    }
  }

  private static final class KeyReaders implements KeyDeserializers {
    @Override
    public KeyDeserializer findKeyDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
      Form<Object> form = form(type.getRawClass());
      if (form == null || !ManyForms.isKey(form)) {
        return null;
      }
      return new KeyDeserializer() {
        @Override
        public Object deserializeKey(String name, DeserializationContext context) {
          return ManyForms.key(form, name, Json.at(context.getParser()));
        }
      };
    }
  }
}

package org.gatun.checkpoint;

import java.util.List;

/**
 * An inert placeholder for a Python class, function or object that a pickle names and Gatun does not know (a Lightning
 * callback, say). Nothing of that name is looked up, loaded or run. The arguments that Python would have passed and the
 * state that it would have restored are kept as data; items that the pickle appends to it are dropped.
 *
 * <p>Two placeholders are equal only if they are the same object of the file.
 */
public final class ForeignObject {
    /** What the name of a tensor begins with whose dtype Gatun lacks; the dtype follows. */
    static final String TENSOR_OF = "Tensor of ";

    private final String module;
    private final String name;
    private final List<?> arguments;
    private Object state;

    ForeignObject(String module, String name, List<?> arguments) {
        this.module = module;
        this.name = name;
        this.arguments = arguments;
    }

    /** Python module, {@code pytorch_lightning.callbacks.model_checkpoint}. */
    public String module() {
        return module;
    }

    /** Name in the module, {@code ModelCheckpoint}. */
    public String name() {
        return name;
    }

    /** Module and name joined by a dot. */
    public String qualifiedName() {
        return module + "." + name;
    }

    /** Whether Python would have made a tensor of it: one that is sparse, quantized, or of a dtype that Gatun lacks. */
    boolean isTensor() {
        return module.equals("torch") && name.startsWith(TENSOR_OF)
                || module.equals("torch._utils") && name.startsWith("_rebuild_");
    }

    /** Arguments of the call that would have made it; empty for a reference to the class or function itself. */
    public List<?> arguments() {
        return arguments;
    }

    /** The state that the pickle stores for it, or null. */
    public Object state() {
        return state;
    }

    void state(Object newState) {
        state = newState;
    }

    /** The qualified name; arguments and state may be cyclic and are not shown. */
    @Override
    public String toString() {
        return qualifiedName();
    }
}

package org.gatun.vqgan.quantize;

import org.gatun.torch.Tensor;
import org.gatun.torch.TensorScope;

/** How gradients come past the choice of a code, which has none. Forward, each gives the code. */
public enum GradientEstimator {
    /** The features get the codes' gradient as it is (arXiv 1308.3432). */
    STRAIGHT_THROUGH("straight_through") {
        @Override
        Tensor of(Tensor z, Tensor codes) {
            return z.add(codes.sub(z).detach());
        }
    },
    /**
     * The features get it turned and scaled by the inverse of what takes feature to code (arXiv 2410.06424, section 4.2): the angle
     * between gradient and code is kept, and features of one code are pushed in different directions.
     */
    ROTATION("rotation") {
        @Override
        Tensor of(Tensor z, Tensor codes) {
            Tensor e = z.detach();
            Tensor q = codes.detach();
            Tensor eLength = length(e);
            Tensor qLength = length(q);
            Tensor eUnit = e.div(eLength);
            Tensor qUnit = q.div(qLength);
            Tensor sum = eUnit.add(qUnit);
            Tensor r = sum.div(length(sum));
            // R z = z - 2 (z.r) r + 2 (z.e) q, with vectors of unit length: two reflections, without the matrix.
            Tensor turned =
                    z.sub(r.mul(dot(z, r)).mul(2)).add(qUnit.mul(dot(z, eUnit)).mul(2));
            Tensor rotated = turned.mul(qLength.div(eLength));
            return rotated.add(q.sub(rotated.detach())); // the code, also where the feature is zero
        }
    };

    private static final double EPS = 1e-6;

    private final String configName;

    GradientEstimator(String configName) {
        this.configName = configName;
    }

    /** Its name in configurations. */
    public String configName() {
        return configName;
    }

    /**
     * The codes, with a gradient for the features.
     *
     * @param z (N, D) features
     * @param codes (N, D) the code of each
     * @return (N, D)
     */
    Tensor apply(Tensor z, Tensor codes) {
        try (TensorScope scope = TensorScope.open()) {
            return scope.moveToOuter(of(z, codes));
        }
    }

    abstract Tensor of(Tensor z, Tensor codes);

    /** (N, D) to (N, 1). */
    private static Tensor length(Tensor x) {
        return x.linalg_vector_norm(2, new long[] {1}, true).clamp_min(EPS);
    }

    /** (N, D) to (N, 1). */
    private static Tensor dot(Tensor a, Tensor b) {
        return a.mul(b).sum(new long[] {1}, true);
    }
}

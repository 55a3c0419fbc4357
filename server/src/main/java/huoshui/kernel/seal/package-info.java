/**
 * Seals 密存: what lies encrypted at rest, under data keys that a master key outside the data folder wraps.
 *
 * <p>Words: seal 密封, data key 数据密钥, master key 主密钥, blind index 盲索引, suite 密码算法.
 * <p>Starts at {@link huoshui.kernel.seal.Seals}; algorithms are behind {@link huoshui.kernel.seal.Suite}.
 * <p>Not here: what is sealed (the rooms say so), who may read it (access).
 */
@NullMarked
package huoshui.kernel.seal;

import org.jspecify.annotations.NullMarked;

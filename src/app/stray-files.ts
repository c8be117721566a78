// Recognizes files that editors, operating systems and version control leave behind.

/**
 * Whether a name is that of a stray file or folder: hidden (".DS_Store", "._prices.yaml" of macOS, ".#prices.yaml"
 * of Emacs, ".prices.yaml.swp" of Vim, "..data" of a Kubernetes ConfigMap, ".git"), a backup ("prices.yaml~"), an
 * autosave ("#prices.yaml#"), or the "lost+found" of a volume.
 */
export const isStray = (name: string): boolean => /^\.|~$|^#.*#$|^lost\+found$/.test(name);

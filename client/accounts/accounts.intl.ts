import type { AccountRole } from "../../domain/accounts/account.ts";
import type { Messages } from "../../domain/locale.ts";

interface AccountTexts {
  localeKeptHere: string;
  role: Record<AccountRole, string>;
  head: string;
  headHint: string;
  adminTitle: string;
  adminLead: string;
  adminRefused: string;
  adminRefusedText: string;
  tabAccounts: string;
  tabUnits: string;
  tabGroups: string;
  tabAuthorities: string;
  searchAccounts: string;
  invite: string;
  inviteTitle: string;
  inviteText: string;
  inviteAction: string;
  name: string;
  email: string;
  accountRole: string;
  unit: string;
  noUnit: string;
  state: string;
  active: string;
  disabled: string;
  invited: string;
  invitationsTitle: string;
  linkUntil: (at: string) => string;
  linkExpired: (at: string) => string;
  newLink: string;
  newLinkOf: (email: string) => string;
  actions: string;
  edit: string;
  editName: (name: string) => string;
  editTitle: (name: string) => string;
  resetLink: string;
  resetLinkOf: (name: string) => string;
  resetTitle: (name: string) => string;
  resetText: string;
  resetAction: string;
  disable: string;
  disableOf: (name: string) => string;
  disableTitle: (name: string) => string;
  disableText: string;
  enable: string;
  enableOf: (name: string) => string;
  accountEnabled: (name: string) => string;
  accountDisabled: (name: string) => string;
  accountSaved: (name: string) => string;
  linkTitle: string;
  linkText: (until: string) => string;
  link: string;
  done: string;
  noAccountsTitle: string;
  noAccountsText: string;
  unitsLead: string;
  addUnit: string;
  editUnit: string;
  abbreviation: string;
  authority: string;
  noUnitsTitle: string;
  noUnitsText: string;
  groupsLead: string;
  addGroup: string;
  editGroup: string;
  description: string;
  noGroupsTitle: string;
  noGroupsText: string;
  entrySaved: (name: string) => string;
  authoritiesLead: string;
  authorityFields: {
    name: string;
    office: string;
    spelling: string;
    region: string;
    province: string;
    gazette: string;
    timeZone: string;
    letterhead: string;
  };
  authorityHints: { office: string; spelling: string; gazette: string; timeZone: string };
  saveAuthority: (name: string) => string;
  ownTitle: string;
  ownLead: string;
  signedInAs: string;
  languageHint: string;
  themeHint: string;
  signOutHint: string;
  passwordTitle: string;
  passwordCurrent: string;
  passwordNext: string;
  passwordHint: string;
  passwordAgain: string;
  passwordsDiffer: string;
  passwordAction: string;
  passwordChanged: string;
}

export const accountTexts: Messages<AccountTexts> = {
  id: {
    localeKeptHere: "Bahasa berganti di perangkat ini saja; server belum dapat menyimpannya.",
    role: {
      admin: "Pengelola",
      drafter: "Perancang",
      legal: "Bagian hukum",
      facilitator: "Fasilitator",
      leader: "Pimpinan",
      respondent: "Responden",
      organisation: "Lembaga",
    },
    head: "Ketua lembaga",
    headHint: "Hanya ketua yang mengirim masukan atas nama lembaganya.",
    adminTitle: "Pengelolaan",
    adminLead: "Akun, perangkat daerah, kelompok pemangku kepentingan, dan data pemerintah daerah.",
    adminRefused: "Halaman ini untuk pengelola",
    adminRefusedText: "Akun Anda tidak berwenang mengelola sistem. Hubungi pengelola bila ini keliru.",
    tabAccounts: "Akun",
    tabUnits: "Perangkat daerah",
    tabGroups: "Kelompok",
    tabAuthorities: "Pemerintah daerah",
    searchAccounts: "Cari nama atau surel",
    invite: "Undang orang",
    inviteTitle: "Undang orang",
    inviteText:
      "Akun dibuat tanpa kata sandi. Anda mendapat tautan sekali pakai untuk dikirim kepada orangnya.",
    inviteAction: "Buat tautan undangan",
    name: "Nama",
    email: "Alamat surel",
    accountRole: "Peran",
    unit: "Perangkat daerah",
    noUnit: "Tanpa perangkat daerah",
    state: "Keadaan",
    active: "Aktif",
    disabled: "Nonaktif",
    invited: "Diundang",
    invitationsTitle: "Undangan yang belum diterima",
    linkUntil: (at) => `Tautannya berlaku sampai ${at}.`,
    linkExpired: (at) => `Tautannya berakhir ${at}.`,
    newLink: "Buat tautan baru",
    newLinkOf: (email) => `Buat tautan baru untuk ${email}; yang lama tidak berlaku lagi`,
    actions: "Tindakan",
    edit: "Ubah",
    editName: (name) => `Ubah akun ${name}`,
    editTitle: (name) => `Ubah akun ${name}`,
    resetLink: "Tautan kata sandi",
    resetLinkOf: (name) => `Buat tautan kata sandi baru untuk ${name}`,
    resetTitle: (name) => `Buat tautan kata sandi baru untuk ${name}?`,
    resetText:
      "Dengan tautan itu kata sandi baru dapat dibuat. Kirimkan hanya kepada orangnya. Kata sandi lama berlaku sampai tautan dipakai.",
    resetAction: "Buat tautan",
    disable: "Nonaktifkan",
    disableOf: (name) => `Nonaktifkan akun ${name}`,
    disableTitle: (name) => `Nonaktifkan akun ${name}?`,
    disableText:
      "Semua sesinya berakhir sekarang juga dan ia tidak dapat masuk. Yang pernah ditulisnya tetap ada. Akun dapat diaktifkan kembali.",
    enable: "Aktifkan",
    enableOf: (name) => `Aktifkan akun ${name}`,
    accountEnabled: (name) => `Akun ${name} aktif kembali.`,
    accountDisabled: (name) => `Akun ${name} nonaktif.`,
    accountSaved: (name) => `Akun ${name} tersimpan.`,
    linkTitle: "Tautan siap dikirim",
    linkText: (until) =>
      `Tautan ini hanya tampil sekali, berlaku satu kali, sampai ${until}. Salin sekarang dan kirimkan kepada orangnya.`,
    link: "Tautan",
    done: "Selesai",
    noAccountsTitle: "Tidak ada akun yang cocok",
    noAccountsText: "Ubah kata pencarian, atau undang orangnya.",
    unitsLead: "Pemrakarsa rancangan dan tempat tugas pemilik akun.",
    addUnit: "Tambah perangkat daerah",
    editUnit: "Ubah perangkat daerah",
    abbreviation: "Singkatan",
    authority: "Pemerintah daerah",
    noUnitsTitle: "Belum ada perangkat daerah",
    noUnitsText: "Dinas, badan, dan bagian yang Anda tambahkan akan tampil di sini.",
    groupsLead:
      "Kelompok yang kelak diajak berkonsultasi, misalnya organisasi profesi atau warga pengguna layanan.",
    addGroup: "Tambah kelompok",
    editGroup: "Ubah kelompok",
    description: "Keterangan",
    noGroupsTitle: "Belum ada kelompok",
    noGroupsText: "Kelompok yang Anda tambahkan akan tampil di sini.",
    entrySaved: (name) => `${name} tersimpan.`,
    authoritiesLead: "Sebutan dan zona waktu ini dipakai dalam naskah, tenggat, dan cetakan.",
    authorityFields: {
      name: "Nama",
      office: "Jabatan pembentuk",
      spelling: "Ejaan jabatan dalam kalimat",
      region: "Daerah",
      province: "Provinsi",
      gazette: "Nama berita atau lembaran",
      timeZone: "Zona waktu",
      letterhead: "Kop surat",
    },
    authorityHints: {
      office: "Dengan huruf kapital, misalnya WALI KOTA PALU.",
      spelling: "Misalnya Wali Kota.",
      gazette: "Misalnya Berita Daerah.",
      timeZone: "Batas waktu dihitung dalam zona ini.",
    },
    saveAuthority: (name) => `Simpan data ${name}`,
    ownTitle: "Akun saya",
    ownLead: "Bahasa tersimpan dalam akun; tampilan tersimpan di perangkat ini.",
    signedInAs: "Masuk sebagai",
    languageHint: "Bahasa antarmuka. Naskah peraturan selalu dalam bahasa aslinya.",
    themeHint: "Terang, gelap, atau mengikuti perangkat.",
    signOutHint: "Sesi di perangkat ini berakhir. Yang sudah tersimpan tetap ada.",
    passwordTitle: "Ganti kata sandi",
    passwordCurrent: "Kata sandi lama",
    passwordNext: "Kata sandi baru",
    passwordHint: "Paling sedikit 10 karakter. Sesi Anda di perangkat lain akan berakhir.",
    passwordAgain: "Ketik sekali lagi",
    passwordsDiffer: "Kedua isian tidak sama. Ketik kata sandi baru yang sama dua kali.",
    passwordAction: "Ganti kata sandi",
    passwordChanged: "Kata sandi sudah diganti.",
  },
  en: {
    localeKeptHere: "The language changed on this device only; the server could not keep it yet.",
    role: {
      admin: "Administrator",
      drafter: "Drafter",
      legal: "Legal division",
      facilitator: "Facilitator",
      leader: "Leader",
      respondent: "Respondent",
      organisation: "Professional body",
    },
    head: "Head of the body",
    headHint: "Only the head sends input in the name of the body.",
    adminTitle: "Administration",
    adminLead: "Accounts, units, stakeholder groups and the data of the government.",
    adminRefused: "This page is for administrators",
    adminRefusedText: "Your account may not administer the system. Ask an administrator if that is wrong.",
    tabAccounts: "Accounts",
    tabUnits: "Units",
    tabGroups: "Groups",
    tabAuthorities: "Government",
    searchAccounts: "Search name or e-mail",
    invite: "Invite someone",
    inviteTitle: "Invite someone",
    inviteText:
      "The account is made without a password. You get a link, good for one use, to send to the person.",
    inviteAction: "Make the invitation link",
    name: "Name",
    email: "E-mail address",
    accountRole: "Role",
    unit: "Unit",
    noUnit: "No unit",
    state: "State",
    active: "Active",
    disabled: "Deactivated",
    invited: "Invited",
    invitationsTitle: "Invitations not taken up yet",
    linkUntil: (at) => `The link is good until ${at}.`,
    linkExpired: (at) => `The link ended ${at}.`,
    newLink: "Make a new link",
    newLinkOf: (email) => `Make a new link for ${email}; the old one no longer works`,
    actions: "Actions",
    edit: "Edit",
    editName: (name) => `Edit the account of ${name}`,
    editTitle: (name) => `Edit the account of ${name}`,
    resetLink: "Password link",
    resetLinkOf: (name) => `Make a new password link for ${name}`,
    resetTitle: (name) => `Make a new password link for ${name}?`,
    resetText:
      "With that link a new password can be set. Send it to that person only. The old password holds until the link is used.",
    resetAction: "Make the link",
    disable: "Deactivate",
    disableOf: (name) => `Deactivate the account of ${name}`,
    disableTitle: (name) => `Deactivate the account of ${name}?`,
    disableText:
      "All their sessions end now and they cannot sign in. What they wrote stays. The account can be activated again.",
    enable: "Activate",
    enableOf: (name) => `Activate the account of ${name}`,
    accountEnabled: (name) => `The account of ${name} is active again.`,
    accountDisabled: (name) => `The account of ${name} is deactivated.`,
    accountSaved: (name) => `The account of ${name} is saved.`,
    linkTitle: "The link is ready to send",
    linkText: (until) =>
      `This link is shown only once, works once, until ${until}. Copy it now and send it to the person.`,
    link: "Link",
    done: "Done",
    noAccountsTitle: "No account matches",
    noAccountsText: "Change the search, or invite the person.",
    unitsLead: "Initiators of drafts, and where the people work.",
    addUnit: "Add a unit",
    editUnit: "Edit the unit",
    abbreviation: "Abbreviation",
    authority: "Government",
    noUnitsTitle: "No units yet",
    noUnitsText: "Agencies and divisions that you add will be here.",
    groupsLead: "Groups to be consulted later, such as professional bodies or users of a service.",
    addGroup: "Add a group",
    editGroup: "Edit the group",
    description: "Description",
    noGroupsTitle: "No groups yet",
    noGroupsText: "Groups that you add will be here.",
    entrySaved: (name) => `${name} is saved.`,
    authoritiesLead: "These names and the time zone are used in texts, deadlines and prints.",
    authorityFields: {
      name: "Name",
      office: "Enacting office",
      spelling: "Spelling of the office in a sentence",
      region: "Region",
      province: "Province",
      gazette: "Name of the gazette",
      timeZone: "Time zone",
      letterhead: "Letterhead",
    },
    authorityHints: {
      office: "In capitals, such as WALI KOTA PALU.",
      spelling: "Such as Wali Kota.",
      gazette: "Such as Berita Daerah.",
      timeZone: "Deadlines are computed in this zone.",
    },
    saveAuthority: (name) => `Save the data of ${name}`,
    ownTitle: "My account",
    ownLead: "The language is kept in the account; the appearance is kept on this device.",
    signedInAs: "Signed in as",
    languageHint: "Language of the interface. The text of a regulation is always in its own language.",
    themeHint: "Light, dark, or as the device.",
    signOutHint: "The session on this device ends. What was saved stays.",
    passwordTitle: "Change the password",
    passwordCurrent: "Present password",
    passwordNext: "New password",
    passwordHint: "At least 10 characters. Your sessions on other devices will end.",
    passwordAgain: "Type it once more",
    passwordsDiffer: "The two are not the same. Type the same new password twice.",
    passwordAction: "Change the password",
    passwordChanged: "The password is changed.",
  },
};
